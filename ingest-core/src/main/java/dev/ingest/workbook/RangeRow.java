package dev.ingest.workbook;

import org.jspecify.annotations.Nullable;

/** The current row seen through a range. */
final class RangeRow implements SheetRow {

  private final CellRange area;
  private @Nullable SheetRow row;
  private int from;
  private int size;

  RangeRow(CellRange area) {
    this.area = area;
  }

  SheetRow show(SheetRow newRow) {
    row = newRow;
    from = firstAt(newRow, area.firstColumn());
    size = firstAt(newRow, area.lastColumn() + 1) - from;
    return this;
  }

  /** Returns the index of the first stored cell that does not stand before a column. */
  private static int firstAt(SheetRow row, int column) {
    int low = 0;
    int high = row.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (row.at(middle).column() < column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public int number() {
    return current().number();
  }

  @Override
  public boolean hidden() {
    return current().hidden();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Cell at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("row " + number() + " has " + size + " cells in " + area);
    }
    return current().at(from + index);
  }

  @Override
  public Cell cell(int column) {
    return column >= area.firstColumn() && column <= area.lastColumn()
        ? current().cell(column)
        : SnapshotCell.blank(column);
  }

  private SheetRow current() {
    if (row == null) {
      throw new IllegalStateException("no row is shown");
    }
    return row;
  }
}
