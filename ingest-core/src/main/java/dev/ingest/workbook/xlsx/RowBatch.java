package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.bytes.BatchWork;
import dev.ingest.workbook.bytes.CellSlices;
import org.jspecify.annotations.Nullable;

/** Rows as slices of their bytes, and what was made of them ahead of the reader. */
final class RowBatch extends Batch {

  final CellSlices slices = new CellSlices();
  private final RowScanner scanner;
  private final RowAhead ahead;
  private @Nullable SliceRow row;
  private @Nullable BatchWork work;
  private boolean worked;

  /** Where the scanner stopped. */
  int stop;

  /** Whether it stopped at the end of all rows. */
  boolean ended;

  /** Whether it stopped at what it does not know. */
  boolean gaveUp;

  /**
   * Makes an empty batch.
   *
   * @param dates of each style, whether it is that of a date
   * @param longestText bytes of a text past which scanning gives up
   * @param ahead the work that is to be done ahead, once it is known
   */
  RowBatch(int size, boolean[] dates, int longestText, RowAhead ahead) {
    super(size);
    this.scanner = new RowScanner(slices, dates, longestText);
    this.ahead = ahead;
  }

  /** Returns what was made of the rows, or null where the reader does it all. */
  @Nullable BatchWork work() {
    return worked ? work : null;
  }

  /** Drops what was made of the rows. */
  void dropWork() {
    worked = false;
  }

  @Override
  void scan() {
    slices.clear(bytes);
    ended = false;
    gaveUp = false;
    byte[] b = bytes;
    int p = skipSpace(position);
    while (p < end && !ended && !gaveUp) {
      int after = scanner.scan(b, p);
      if (after == RowScanner.NO_ROW) {
        ended = true;
      } else if (after < 0 || after > end) {
        gaveUp = true;
      } else {
        slices.endRow();
        p = b[after] == '<' ? after : skipSpace(after);
      }
    }
    stop = p;
    workAhead();
  }

  private int skipSpace(int from) {
    int p = from;
    while (p < end && Markup.isSpace(bytes[p])) {
      p++;
    }
    return p;
  }

  private void workAhead() {
    if (work == null) {
      work = ahead.newWork();
    }
    BatchWork now = work;
    worked = now != null;
    if (now != null) {
      SliceRow view = row == null ? ahead.newRow() : row;
      row = view;
      now.begin();
      for (int i = 0; i < slices.rows; i++) {
        view.show(this, i);
        now.row(view);
      }
    }
  }
}
