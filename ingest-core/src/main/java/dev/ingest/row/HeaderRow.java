package dev.ingest.row;

import dev.ingest.workbook.CellAddress;

/**
 * Which row of a sheet or range holds the headers.
 *
 * @param number counted from 1; {@code SEARCHED} and {@code ABSENT} are below
 */
public record HeaderRow(int number) {

  private static final int SEARCHED = 0;
  private static final int ABSENT = -1;
  private static final HeaderRow SEARCH = new HeaderRow(SEARCHED);
  private static final HeaderRow NONE = new HeaderRow(ABSENT);

  /** Refuses rows outside the grid. */
  public HeaderRow {
    if (number < ABSENT || number > CellAddress.MAX_ROW) {
      throw new IllegalArgumentException(
          "expected a row from 1 to %s, found %s".formatted(CellAddress.MAX_ROW, number));
    }
  }

  /** The first of the first 50 rows that holds all columns. */
  public static HeaderRow search() {
    return SEARCH;
  }

  /**
   * This row, whatever stands above it.
   *
   * @param row counted from 1
   */
  public static HeaderRow at(int row) {
    if (row < 1) {
      throw new IllegalArgumentException("expected a row from 1 on, found " + row);
    }
    return new HeaderRow(row);
  }

  /** No row: the first one is data already, and all columns are read by position. */
  public static HeaderRow none() {
    return NONE;
  }

  /** Returns whether the header is looked for. */
  public boolean isSearched() {
    return number == SEARCHED;
  }

  /** Returns whether there is none. */
  public boolean isNone() {
    return number == ABSENT;
  }

  /** Returns {@code searched}, {@code row 3} or {@code none}. */
  @Override
  public String toString() {
    if (isSearched()) {
      return "searched";
    }
    return isNone() ? "none" : "row " + number;
  }
}
