package dev.ingest.workbook.grid;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.List;

/** The current row; its cells are made once and filled again for each row. */
public final class GridRow implements SheetRow {

  private final DateSystem dates;
  private final List<GridCell> cells = new ArrayList<>();
  private final GridCell blank;
  private int size;
  private int number;
  private boolean hidden;

  public GridRow(DateSystem dates) {
    this.dates = dates;
    this.blank = new GridCell(dates);
  }

  /** Begins another row, without cells. */
  public void start(int newNumber, boolean newHidden) {
    number = newNumber;
    hidden = newHidden;
    size = 0;
  }

  /** Returns the column of the last cell so far, or 0. */
  public int lastColumn() {
    return size == 0 ? 0 : cells.get(size - 1).column();
  }

  /**
   * Returns a blank cell in that column, to be filled. What the row held there is gone; cells may
   * come in any order, but cost least in ascending order.
   */
  public GridCell put(int column) {
    int at = column > lastColumn() ? -size - 1 : find(column);
    if (at < 0) {
      at = -at - 1;
      insert(at);
    }
    GridCell cell = cells.get(at);
    cell.clear(column);
    return cell;
  }

  private void insert(int at) {
    if (size == cells.size()) {
      cells.add(new GridCell(dates));
    }
    if (at < size) {
      cells.add(at, cells.remove(size));
    }
    size++;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Cell at(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException("row " + number + " has " + size + " cells");
    }
    return cells.get(index);
  }

  @Override
  public Cell cell(int column) {
    int at = find(column);
    if (at >= 0) {
      return cells.get(at);
    }
    blank.clear(column);
    return blank;
  }

  /** Returns the index of the cell in a column, or -(where it belongs) - 1. */
  private int find(int column) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = cells.get(middle).column();
      if (found == column) {
        return middle;
      }
      if (found < column) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
