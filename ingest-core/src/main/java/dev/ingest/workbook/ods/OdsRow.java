package dev.ingest.workbook.ods;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.SheetRow;
import java.util.List;

/**
 * A row; the repetitions of one row element share its cells.
 *
 * @param cells in ascending order of column
 */
record OdsRow(int number, boolean hidden, List<OdsCell> cells) implements SheetRow {

  /** Returns the same row, one further down. */
  OdsRow repeated() {
    return new OdsRow(number + 1, hidden, cells);
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public Cell at(int index) {
    return cells.get(index);
  }

  @Override
  public Cell cell(int column) {
    int low = 0;
    int high = cells.size() - 1;
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
    return new OdsCell(column, OdsValue.BLANK, OdsDates.DEFAULT);
  }
}
