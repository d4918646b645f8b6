package dev.ingest.workbook;

import java.util.Optional;

/**
 * A rectangle of cells of one sheet, its edges included.
 *
 * @param sheet the sheet's name
 * @param firstRow counted from 1
 * @param firstColumn counted from 1
 * @param lastRow not above the first
 * @param lastColumn not before the first
 */
public record CellRange(String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {

  /** Refuses a range that is reversed or leaves the grid. */
  public CellRange {
    if (firstRow < 1 || lastRow < firstRow || lastRow > CellAddress.MAX_ROW) {
      throw new IllegalArgumentException(
          "expected rows from 1 to %s in order, found %s to %s"
              .formatted(CellAddress.MAX_ROW, firstRow, lastRow));
    }
    if (firstColumn < 1 || lastColumn < firstColumn || lastColumn > CellAddress.MAX_COLUMN) {
      throw new IllegalArgumentException(
          "expected columns from 1 to %s in order, found %s to %s"
              .formatted(CellAddress.MAX_COLUMN, firstColumn, lastColumn));
    }
  }

  /**
   * Reads a reference as people write it: {@code data!B3:E200}, {@code 'my data'!A1:B2}, {@code
   * data!A:D}, {@code data!1:20}; dollar signs are passed over. Whole columns and rows go to the
   * grid's edge.
   *
   * @throws IllegalArgumentException if it is no range, reversed, or leaves the grid
   */
  public static CellRange parse(String reference) {
    String expected =
        "range: expected a sheet and a range such as data!B3:E200, found \"" + reference + "\"";
    RangeText.Halves halves =
        RangeText.split(reference.strip(), true)
            .orElseThrow(() -> new IllegalArgumentException(expected));
    try {
      return RangeText.area(halves.sheet(), halves.area());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(expected + ", " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Returns the range that a formula is, if it is exactly one range of one sheet, and nothing if it
   * is anything else: a function, several ranges, {@code #REF!}, another workbook's.
   *
   * @param formula as a workbook stores it: {@code data!$B$3:$E$200}
   */
  public static Optional<CellRange> ofFormula(String formula) {
    return RangeText.split(formula.strip(), false)
        .flatMap(halves -> ofArea(halves.sheet(), halves.area()));
  }

  /** Returns the range that an area such as {@code B3:E200} is on a sheet, if it is one. */
  public static Optional<CellRange> ofArea(String sheet, String area) {
    try {
      return Optional.of(RangeText.area(sheet, area));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Returns the same range of another sheet. */
  public CellRange on(String otherSheet) {
    return new CellRange(otherSheet, firstRow, firstColumn, lastRow, lastColumn);
  }

  /** Returns whether two ranges of one sheet have a cell in common. */
  public boolean touches(CellRange other) {
    return firstRow <= other.lastRow
        && other.firstRow <= lastRow
        && firstColumn <= other.lastColumn
        && other.firstColumn <= lastColumn;
  }

  /** Returns whether the cell at this row and column of the sheet lies within. */
  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }

  /** Returns the range as Excel writes it: {@code data!B3:E200}. */
  @Override
  public String toString() {
    CellAddress first = new CellAddress(sheet, firstRow, firstColumn);
    CellAddress last = new CellAddress("", lastRow, lastColumn);
    return first + ":" + last.a1();
  }
}
