package dev.ingest.workbook;

import java.util.regex.Pattern;

/**
 * The true address of a cell, as Excel shows it.
 *
 * @param sheet the sheet's name
 * @param row the row, counted from 1
 * @param column the column, counted from 1 (A is 1)
 */
public record CellAddress(String sheet, int row, int column) {

  /** Rows of a sheet: ECMA-376 Part 1, 18.3.1.73. */
  public static final int MAX_ROW = 1_048_576;

  /** Columns of a sheet: the last is XFD. */
  public static final int MAX_COLUMN = 16_384;

  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

  /** Refuses positions outside the grid. */
  public CellAddress {
    if (row < 1 || row > MAX_ROW || column < 1 || column > MAX_COLUMN) {
      throw new IllegalArgumentException(
          "row " + row + ", column " + column + " is outside the grid A1:XFD1048576");
    }
  }

  /** Returns the address within its sheet: {@code C4}. */
  public String a1() {
    return columnName(column) + row;
  }

  /** Returns the full address, quoted as in a formula where needed: {@code 'my data'!C4}. */
  @Override
  public String toString() {
    String name =
        PLAIN_NAME.matcher(sheet).matches() ? sheet : "'" + sheet.replace("'", "''") + "'";
    return name + "!" + a1();
  }

  /**
   * Returns the letters of a column.
   *
   * @param column counted from 1
   */
  public static String columnName(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.append((char) ('A' + (rest - 1) % 26));
    }
    return letters.reverse().toString();
  }
}
