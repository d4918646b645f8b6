package dev.ingest.workbook;

/**
 * One stored row: a view, valid until the next row is read. Only cells that the file stores are
 * listed, in ascending order of column. Not thread-safe.
 */
public interface SheetRow {

  /** Returns the row's number, counted from 1, as Excel shows it. */
  int number();

  /** Returns whether the row is hidden, by a filter or by hand. */
  boolean hidden();

  /** Returns how many cells are stored. */
  int size();

  /**
   * Returns a stored cell.
   *
   * @param index 0 to {@link #size()} - 1
   */
  Cell at(int index);

  /**
   * Returns the cell in a column, a blank one where none is stored.
   *
   * @param column counted from 1
   */
  Cell cell(int column);
}
