package dev.ingest.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of CSV, RFC 4180, without line ends in fields. */
final class CsvLine {

  private CsvLine() {}

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i++);
      if (quoted && c == '"' && i < line.length() && line.charAt(i) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
