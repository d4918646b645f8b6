package dev.ingest.workbook.biff;

import dev.ingest.workbook.CellSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Finds the record of one cell, and its style: for explanations. */
final class StoredCells {

  private final BiffBook book;
  private final CellRecords cells;

  StoredCells(BiffBook book, CellRecords cells) {
    this.book = book;
    this.cells = cells;
  }

  /** Of several records that hold one cell the last one counts. */
  Optional<CellSource> find(int row, int column) {
    while (cells.row() < row - 1) {
      cells.advance();
    }
    CellSource found = null;
    while (cells.row() == row - 1) {
      int index = column - 1 - cells.records.u16(2);
      if (index >= 0 && index < width(cells.records)) {
        found = source(cells.records, index);
      }
      cells.advance();
    }
    return Optional.ofNullable(found);
  }

  /** Returns how many cells a record holds. */
  private static int width(Records records) {
    return isRun(records) ? records.u16(records.length() - 2) - records.u16(2) + 1 : 1;
  }

  private static boolean isRun(Records records) {
    return records.id() == RecordId.MULRK || records.id() == RecordId.MULBLANK;
  }

  private CellSource source(Records records, int index) {
    int each = records.id() == RecordId.MULRK ? 6 : 2;
    int style = records.u16(4 + (isRun(records) ? each * index : 0));
    byte[] data = new byte[records.length()];
    records.copy(0, data, 0, data.length);
    return new CellSource(
        String.format(Locale.ROOT, "record %04x at byte %s", records.id(), records.position()),
        HexFormat.ofDelimiter(" ").formatHex(data),
        Optional.empty(),
        Optional.of(book.styles().described(style)));
  }
}
