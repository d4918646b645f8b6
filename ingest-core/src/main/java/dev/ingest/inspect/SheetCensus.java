package dev.ingest.inspect;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.SheetRow;
import java.util.Optional;

/** Counts the rows and cells of one sheet. */
final class SheetCensus {

  private long rows;
  private long cells;
  private long hiddenRows;
  private long uncalculated;
  private int firstRow;
  private int lastRow;
  private int firstColumn = Integer.MAX_VALUE;
  private int lastColumn;

  void count(SheetRow row) {
    rows++;
    if (row.hidden()) {
      hiddenRows++;
    }
    for (int i = 0; i < row.size(); i++) {
      CellKind kind = row.at(i).kind();
      if (kind != CellKind.BLANK) {
        holds(row.number(), row.at(i).column());
        if (kind == CellKind.UNCALCULATED) {
          uncalculated++;
        }
      }
    }
  }

  private void holds(int row, int column) {
    cells++;
    firstRow = firstRow == 0 ? row : firstRow;
    lastRow = row;
    firstColumn = Math.min(firstColumn, column);
    lastColumn = Math.max(lastColumn, column);
  }

  Optional<CellRange> extent(String sheet) {
    return cells == 0
        ? Optional.empty()
        : Optional.of(new CellRange(sheet, firstRow, firstColumn, lastRow, lastColumn));
  }

  long rows() {
    return rows;
  }

  long cells() {
    return cells;
  }

  long hiddenRows() {
    return hiddenRows;
  }

  long uncalculated() {
    return uncalculated;
  }
}
