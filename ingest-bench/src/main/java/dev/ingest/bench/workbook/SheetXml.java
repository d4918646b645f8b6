package dev.ingest.bench.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes the XML of one sheet, row by row, as its producer does. */
final class SheetXml {

  private final Writer out;
  private final Producer producer;
  private final List<Column> columns;
  private final SharedStrings strings;
  private final String rowTail;
  private final StringBuilder line = new StringBuilder();
  private int row;

  SheetXml(Writer out, Producer producer, Table table, SharedStrings strings) {
    this.out = out;
    this.producer = producer;
    this.columns = table.columns();
    this.strings = strings;
    this.rowTail = producer.rowAttributes(columns.size());
  }

  /** Starts the sheet and writes the header. */
  void start(String dimension) throws IOException {
    out.write(SheetFrame.start(dimension));
    startRow();
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.get(i).name());
    }
    endRow();
  }

  void row(String[] values) {
    startRow();
    for (int i = 0; i < values.length; i++) {
      cell(i, values[i]);
    }
    endRow();
  }

  /** Writes a row that has a style and no cells. */
  void emptyRow() {
    row++;
    line.setLength(0);
    line.append("<row r=\"").append(row).append("\" s=\"1\" customFormat=\"1\"");
    line.append(rowTail).append("/>");
    flushLine();
  }

  void end() throws IOException {
    out.write(SheetFrame.END);
  }

  private void startRow() {
    row++;
    line.setLength(0);
    line.append("<row r=\"").append(row).append('"').append(rowTail).append('>');
    line.append(producer.lineEnd());
  }

  private void endRow() {
    line.append("</row>").append(producer.lineEnd());
    flushLine();
  }

  private void flushLine() {
    try {
      out.append(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void cell(int column, String value) {
    switch (columns.get(column).kind()) {
      case TEXT -> text(column, value);
      case NUMBER -> number(column, value);
      case DATE -> value(column, " s=\"1\"" + producer.numberType(), value);
      case LOGICAL -> value(column, producer.plainStyle() + " t=\"b\"", value);
    }
  }

  private void number(int column, String value) {
    if (value.equals(Rows.NOT_AVAILABLE)) {
      start(column, producer.plainStyle() + " t=\"e\"");
      line.append(producer.errorFormula()).append("<v>").append(value).append("</v></c>");
    } else {
      value(column, producer.plainStyle() + producer.numberType(), value);
    }
  }

  private void text(int column, String text) {
    if (producer.inline()) {
      start(column, producer.plainStyle() + " t=\"inlineStr\"");
      line.append("<is><t>").append(XmlText.escaped(text)).append("</t></is></c>");
    } else {
      int index = strings.indexOf(text);
      value(column, producer.plainStyle() + " t=\"s\"", Integer.toString(index));
    }
  }

  private void value(int column, String attributes, String value) {
    start(column, attributes);
    line.append("<v>").append(value).append("</v></c>");
  }

  private void start(int column, String attributes) {
    line.append("<c r=\"");
    if (column >= 26) {
      line.append((char) ('A' + column / 26 - 1));
    }
    line.append((char) ('A' + column % 26)).append(row).append('"').append(attributes).append('>');
  }
}
