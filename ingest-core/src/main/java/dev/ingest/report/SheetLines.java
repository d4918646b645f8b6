package dev.ingest.report;

import dev.ingest.inspect.SheetInspection;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import java.util.ArrayList;
import java.util.List;

/** The sheets of a workbook as a table; where it gets too wide, the sheets' names are cut. */
final class SheetLines {

  private static final List<String> TITLES =
      List.of("#", "sheet", "state", "extent", "rows", "cells", "hidden", "no value", "merged");
  private static final int NAME = 1;
  private static final int EXTENT = 3;
  private static final int SHORTEST_NAME = 6;

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths = new int[TITLES.size()];

  private SheetLines() {}

  static List<String> of(List<SheetInspection> sheets, int width) {
    SheetLines table = new SheetLines();
    table.add(TITLES);
    sheets.forEach(sheet -> table.add(cells(sheet)));
    table.narrow(width);
    return table.rows.stream().map(row -> cut(table.line(row), width)).toList();
  }

  private static List<String> cells(SheetInspection sheet) {
    return List.of(
        Integer.toString(sheet.position()),
        clean(sheet.name()),
        InspectionText.shown(sheet.visibility()),
        sheet.extent().map(SheetLines::a1).orElse("-"),
        Long.toString(sheet.rows()),
        Long.toString(sheet.cells()),
        Long.toString(sheet.hiddenRows()),
        Long.toString(sheet.uncalculated()),
        Integer.toString(sheet.mergedAreas()));
  }

  private static String a1(CellRange range) {
    return new CellAddress("", range.firstRow(), range.firstColumn()).a1()
        + ":"
        + new CellAddress("", range.lastRow(), range.lastColumn()).a1();
  }

  private void add(List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(row.get(i)));
    }
    rows.add(row);
  }

  private void narrow(int width) {
    int total = 2 * (widths.length - 1);
    for (int each : widths) {
      total += each;
    }
    widths[NAME] = Math.max(SHORTEST_NAME, widths[NAME] - Math.max(0, total - width));
  }

  private String line(List<String> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = i == NAME ? cut(row.get(i), widths[i]) : row.get(i);
      String gap = " ".repeat(Math.max(0, widths[i] - length(cell)));
      boolean text = i >= NAME && i <= EXTENT;
      cells.add(text ? cell + gap : gap + cell);
    }
    return String.join("  ", cells).stripTrailing();
  }

  /** Returns the text on one line and not longer than so many characters. */
  static String cut(String text, int width) {
    String line = clean(text);
    return length(line) <= width
        ? line
        : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
