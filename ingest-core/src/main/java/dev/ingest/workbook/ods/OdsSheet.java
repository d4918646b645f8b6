package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import java.util.List;
import java.util.Optional;

/** One sheet of a spreadsheet. */
record OdsSheet(OdsWorkbook workbook, SheetEntry entry, int position) implements Sheet {

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public Visibility visibility() {
    return entry.visibility();
  }

  @Override
  public List<CellRange> merged() {
    return entry.merged();
  }

  @Override
  public Optional<CellSource> source(int row, int column) {
    return StoredCells.find(workbook, entry.table(), row, column);
  }

  @Override
  public SheetRows rows() {
    OdsCursor cursor = workbook.cursorBefore(entry.table());
    try {
      return new OdsRows(workbook, cursor, entry);
    } catch (RuntimeException broken) {
      cursor.close();
      throw broken;
    }
  }
}
