package dev.ingest.cli;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a query as a table for a terminal. Null is shown as {@code null}, text as it is. */
final class ResultTable {

  private static final int MOST_ROWS = 1000;

  private final List<List<String>> lines = new ArrayList<>();
  private final int[] widths;

  private ResultTable(int columns) {
    this.widths = new int[columns];
  }

  static String of(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    ResultTable table = new ResultTable(columns.getColumnCount());
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    table.add(names);
    int count = 0;
    while (rows.next()) {
      if (count++ < MOST_ROWS) {
        table.add(row(rows, columns.getColumnCount()));
      }
    }
    return table.render(count);
  }

  private static List<String> row(ResultSet rows, int columns) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      String value = rows.getString(i);
      row.add(value == null ? "null" : value.replaceAll("\\p{Cntrl}", " "));
    }
    return row;
  }

  private void add(List<String> line) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], line.get(i).codePointCount(0, line.get(i).length()));
    }
    lines.add(line);
  }

  private String render(int count) {
    List<String> all = new ArrayList<>();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(i == 0 ? "" : "  ").append(padded(line.get(i), widths[i]));
      }
      all.add(text.toString().stripTrailing());
    }
    String shown = count > MOST_ROWS ? ", the first " + MOST_ROWS + " shown" : "";
    all.add("(" + count + (count == 1 ? " row" : " rows") + shown + ")");
    return all.stream().collect(Collectors.joining("\n"));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.codePointCount(0, text.length()));
  }
}
