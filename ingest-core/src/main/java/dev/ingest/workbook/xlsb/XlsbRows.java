package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.grid.GridRow;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a worksheet part: [MS-XLSB] 2.1.7.61 and 2.4.738. */
final class XlsbRows implements SheetRows {

  private static final int FLAGS = 11;
  private static final int HIDDEN = 0x10;

  private final Records records;
  private final GridRow row;
  private final XlsbCells cells;
  private boolean inData;
  private boolean atRow;
  private boolean ended;

  XlsbRows(Records records, String sheet, XlsbTables tables) {
    this.records = records;
    this.row = new GridRow(tables.dates());
    this.cells = new XlsbCells(records, sheet, tables);
  }

  @Override
  public @Nullable SheetRow next() {
    while (!ended && !atRow) {
      advance();
    }
    if (ended) {
      return null;
    }
    start();
    while (!atRow && inData && !ended) {
      advance();
    }
    return row;
  }

  /** Moves by one record; a cell goes into the row. */
  private void advance() {
    if (!records.next()) {
      throw records.damaged("expected the end of the sheet, found the end of the part");
    }
    int id = records.id();
    if (id == RecordId.END_SHEET) {
      ended = true;
      records.finish(RecordId.END_SHEET);
    } else if (id == RecordId.BEGIN_SHEET_DATA) {
      inData = true;
    } else if (id == RecordId.END_SHEET_DATA) {
      inData = false;
    } else if (inData && id == RecordId.ROW) {
      atRow = true;
    } else if (inData && RecordId.isCell(id)) {
      cells.read(row);
    }
  }

  private void start() {
    atRow = false;
    long number = records.u32(0) + 1;
    if (number > CellAddress.MAX_ROW) {
      throw records.damaged("expected a row number from 1 to 1048576, found " + number);
    }
    if (number <= row.number()) {
      throw records.damaged(
          "expected rows in ascending order, found row " + number + " after " + row.number());
    }
    row.start((int) number, (records.u8(FLAGS) & HIDDEN) != 0);
  }

  @Override
  public void close() {
    records.close();
  }
}
