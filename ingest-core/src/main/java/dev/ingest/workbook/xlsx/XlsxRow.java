package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.List;

/** The current row; its cells are made once and filled again for each row. */
final class XlsxRow implements SheetRow {

  private final DateSystem dates;
  private final List<XlsxCell> cells = new ArrayList<>();
  private final XlsxCell blank;
  private int size;
  private int number;
  private boolean hidden;

  XlsxRow(DateSystem dates) {
    this.dates = dates;
    this.blank = new XlsxCell(dates);
  }

  void start(int newNumber, boolean newHidden) {
    number = newNumber;
    hidden = newHidden;
    size = 0;
  }

  /** Returns the column of the last cell so far, or 0. */
  int lastColumn() {
    return size == 0 ? 0 : cells.get(size - 1).column();
  }

  XlsxCell add(int column) {
    if (size == cells.size()) {
      cells.add(new XlsxCell(dates));
    }
    XlsxCell cell = cells.get(size++);
    cell.clear(column);
    return cell;
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
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = cells.get(middle).column();
      if (found == column) {
        return cells.get(middle);
      }
      if (found < column) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    blank.clear(column);
    return blank;
  }
}
