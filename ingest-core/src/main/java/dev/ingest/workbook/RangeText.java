package dev.ingest.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads references in A1 style: ECMA-376 Part 1, 18.17.2.2. */
final class RangeText {

  /** A sheet's name as a formula may have it without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.\\x{80}-\\x{10ffff}]{1,255}");

  private static final Pattern CELLS =
      Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})(?::\\$?([A-Za-z]{1,3})\\$?(\\d{1,7}))?");
  private static final Pattern COLUMNS = Pattern.compile("\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})");
  private static final Pattern ROWS = Pattern.compile("\\$?(\\d{1,7}):\\$?(\\d{1,7})");

  /**
   * A reference in its two halves.
   *
   * @param sheet the sheet's name, without quotes
   * @param area what follows the exclamation mark
   */
  record Halves(String sheet, String area) {}

  /** The numbers of a rectangle, not yet known to make sense. */
  private record Edges(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  private RangeText() {}

  /**
   * Splits a reference. A name in quotes may hold anything, quotes doubled; one without may not
   * hold what a formula would take for something else.
   *
   * @param lenient whether a name without quotes may hold spaces and signs, as people type it
   */
  static Optional<Halves> split(String text, boolean lenient) {
    int mark = text.lastIndexOf('!');
    if (mark < 1) {
      return Optional.empty();
    }
    String name = text.substring(0, mark);
    String area = text.substring(mark + 1);
    if (name.length() > 2 && name.startsWith("'") && name.endsWith("'")) {
      String inner = name.substring(1, name.length() - 1);
      String single = inner.replace("''", "");
      return single.contains("'")
          ? Optional.empty()
          : Optional.of(new Halves(inner.replace("''", "'"), area));
    }
    boolean plain = PLAIN.matcher(name).matches();
    return plain || lenient && name.matches("[^'!:\\[\\]*?/\\\\]+")
        ? Optional.of(new Halves(name, area))
        : Optional.empty();
  }

  /**
   * Reads an area: {@code B3:E200}, {@code B3}, {@code $A:$D}, {@code 1:20}.
   *
   * @throws IllegalArgumentException if it is none, reversed, or leaves the grid; the message says
   *     what was found
   */
  static CellRange area(String sheet, String text) {
    Edges edges = edges(text);
    if (edges.lastRow < edges.firstRow || edges.lastColumn < edges.firstColumn) {
      throw new IllegalArgumentException("a range whose end comes before its start");
    }
    if (edges.firstRow < 1
        || edges.lastRow > CellAddress.MAX_ROW
        || edges.lastColumn > CellAddress.MAX_COLUMN) {
      throw new IllegalArgumentException("a range that leaves the grid A1:XFD1048576");
    }
    return new CellRange(sheet, edges.firstRow, edges.firstColumn, edges.lastRow, edges.lastColumn);
  }

  private static Edges edges(String text) {
    Matcher cells = CELLS.matcher(text);
    if (cells.matches()) {
      boolean single = cells.group(3) == null;
      return new Edges(
          Integer.parseInt(cells.group(2)),
          column(cells.group(1)),
          Integer.parseInt(cells.group(single ? 2 : 4)),
          column(cells.group(single ? 1 : 3)));
    }
    Matcher columns = COLUMNS.matcher(text);
    if (columns.matches()) {
      return new Edges(1, column(columns.group(1)), CellAddress.MAX_ROW, column(columns.group(2)));
    }
    Matcher rows = ROWS.matcher(text);
    if (rows.matches()) {
      return new Edges(
          Integer.parseInt(rows.group(1)),
          1,
          Integer.parseInt(rows.group(2)),
          CellAddress.MAX_COLUMN);
    }
    throw new IllegalArgumentException("no range");
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }
}
