package dev.ingest.bench.peer;

import dev.ingest.bench.workbook.ColumnKind;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells off the events of a sheet's XML. */
final class PoiEventHandler extends DefaultHandler {

  private final SharedStrings strings;
  private final RowSink rows;
  private final StringBuilder text = new StringBuilder();
  private @Nullable String type;
  private int column;
  private boolean inValue;

  PoiEventHandler(SharedStrings strings, RowSink rows) {
    this.strings = strings;
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "c" -> {
        column = column(attributes.getValue("r"));
        type = attributes.getValue("t");
        text.setLength(0);
      }
      case "v", "t" -> inValue = true;
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inValue) {
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "v", "t" -> inValue = false;
      case "c" -> rows.set(column, value());
      case "row" -> rows.endRow();
      default -> {}
    }
  }

  private @Nullable String value() {
    if ("s".equals(type)) {
      return strings.getItemAt(Integer.parseInt(text.toString())).getString();
    }
    if ("e".equals(type) || text.isEmpty()) {
      return null;
    }
    String value = text.toString();
    return rows.kind(column) == ColumnKind.LOGICAL && "b".equals(type)
        ? Boolean.toString(value.equals("1"))
        : value;
  }

  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A'; i++) {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }
}
