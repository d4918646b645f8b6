package dev.ingest.workbook.biff;

import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.grid.GridRow;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a sheet: those with cells, and those with a record of their own. */
final class BiffRows implements SheetRows {

  private final SheetScan scan;
  private final CellRecords records;
  private final BiffCells cells;
  private final GridRow row;
  private int next;

  BiffRows(BiffBook book, BiffGlobals.Entry entry, SheetScan scan) {
    this.scan = scan;
    this.records = CellRecords.of(book, entry, scan);
    this.cells = new BiffCells(book, entry.name(), records.records);
    this.row = new GridRow(book.dates());
  }

  @Override
  public @Nullable SheetRow next() {
    int stored = scan.stored().nextSetBit(next);
    int current = Math.min(records.row(), stored < 0 ? CellRecords.NONE : stored);
    if (current == CellRecords.NONE) {
      return null;
    }
    next = current + 1;
    row.start(current + 1, scan.hidden().get(current));
    while (records.row() == current) {
      cells.read(row);
      records.advance();
    }
    return row;
  }

  @Override
  public void close() {} // the workbook closes the bytes
}
