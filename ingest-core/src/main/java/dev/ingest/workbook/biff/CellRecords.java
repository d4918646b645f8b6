package dev.ingest.workbook.biff;

import java.util.Arrays;

/** Moves from one record with cells to the next, in ascending order of rows. */
abstract class CellRecords {

  /** What {@link #row()} returns after the last. */
  static final int NONE = Integer.MAX_VALUE;

  final Records records;

  CellRecords(Records records) {
    this.records = records;
  }

  /** Returns the row of the current record, counted from 0, or {@link #NONE}. */
  abstract int row();

  /** Moves to the next record. */
  abstract void advance();

  /** Begins at the first record with cells. */
  static CellRecords of(BiffBook book, BiffGlobals.Entry entry, SheetScan scan) {
    Records records = book.records(entry.name(), entry.at());
    records.next();
    CellRecords cells =
        scan.ordered() ? new AsStored(records) : new Sorted(records, scan.cellRecords());
    cells.advance();
    return cells;
  }

  /** The order of the file. */
  private static final class AsStored extends CellRecords {

    private final Substream own;
    private boolean ended;

    AsStored(Records records) {
      super(records);
      this.own = new Substream(records);
    }

    @Override
    int row() {
      return ended ? NONE : records.u16(0);
    }

    @Override
    void advance() {
      do {
        ended = !own.next();
      } while (!ended && !RecordId.isCell(records.id()));
    }
  }

  /** By row, and within a row as in the file: where two hold one cell the last one counts. */
  private static final class Sorted extends CellRecords {

    /** For each record the row and, below it, the position. */
    private final long[] order;

    private int at = -1;

    Sorted(Records records, int count) {
      super(records);
      this.order = new long[count];
      Substream own = new Substream(records);
      int filled = 0;
      while (own.next()) {
        if (RecordId.isCell(records.id())) {
          order[filled++] = (long) records.u16(0) << 40 | records.position();
        }
      }
      Arrays.sort(order);
    }

    @Override
    int row() {
      return at == order.length ? NONE : (int) (order[at] >>> 40);
    }

    @Override
    void advance() {
      if (++at < order.length) {
        records.seek(order[at] & 0xff_ffff_ffffL);
        records.next();
      }
    }
  }
}
