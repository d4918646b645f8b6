package dev.ingest.bench.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The distinct texts of a workbook, in the order in which they were met. */
final class SharedStrings {

  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private long uses;

  int indexOf(String text) {
    uses++;
    return indexes.computeIfAbsent(text, none -> indexes.size());
  }

  void writeTo(Writer out) throws IOException {
    out.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
            + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\""
            + uses
            + "\" uniqueCount=\""
            + indexes.size()
            + "\">");
    for (String text : indexes.keySet()) {
      out.write("<si><t>");
      out.write(XmlText.escaped(text));
      out.write("</t></si>");
    }
    out.write("</sst>");
  }
}
