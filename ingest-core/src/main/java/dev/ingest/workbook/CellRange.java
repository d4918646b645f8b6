package dev.ingest.workbook;

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
