package dev.ingest.transcode;

import dev.ingest.row.NullTally;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;

/**
 * Copies rows of a sheet to CSV. A row goes through only if every one of its mapped cells is
 * plainly fine; any other is left, untouched, to whoever asks. Batches of rows are copied ahead, on
 * whichever thread scans them, and given to the output in their order. Not thread-safe.
 */
public final class Transcoder {

  /** What became of a row. */
  public enum Fate {
    /** It is in the output. */
    COPIED,
    /** A filter turned it away: see {@link #filter()}. */
    FILTERED,
    /** It must be judged as an object. Nothing was written or counted. */
    LEFT
  }

  private final BatchTranscodings batches;
  private final RowTranscoder rows;
  private final NullTally nulls;
  private final NullNotes notes = new NullNotes();
  private final long[] written;
  private final ByteSink out;
  private boolean ahead;
  private int taken;
  private int hidden;
  private String filter = "";

  Transcoder(BatchTranscodings batches, NullTally nulls, ByteSink out) {
    this.batches = batches;
    this.rows = batches.rows(out, notes);
    this.nulls = nulls;
    this.written = new long[batches.columnCount()];
    this.out = out;
  }

  /** Returns the name of the filter that turned the last row away. */
  public String filter() {
    return filter;
  }

  /** Returns how many rows the last fate was that of: those that were passed over, too. */
  public int taken() {
    return taken;
  }

  /** Returns how many of the rows that were passed over are hidden. */
  public int hidden() {
    return hidden;
  }

  /** Adds the nulls that were written to those of another writer, by column. */
  public void addNullsTo(long[] others) {
    for (int i = 0; i < written.length; i++) {
      others[i] += written[i];
    }
  }

  /**
   * Copies a row, if it can. Rows that follow and have the same fate may be taken along: the sheet
   * then goes on behind them.
   */
  public Fate take(SheetRow row) throws IOException {
    return row instanceof ByteRow bytes ? take(bytes) : Fate.LEFT;
  }

  private Fate take(ByteRow row) throws IOException {
    int fate;
    taken = 1;
    hidden = 0;
    if (row.work() instanceof BatchTranscoding batch) {
      fate = takeRun(row, batch);
    } else {
      fate = rows.take(row);
      notes.count(0, notes.size(), nulls, written);
      notes.takeBack(0);
      askAhead(row);
    }
    if (fate == RowTranscoder.COPIED) {
      out.flushIfFull();
      return Fate.COPIED;
    }
    if (fate == RowTranscoder.LEFT) {
      return Fate.LEFT;
    }
    filter = batches.filter(fate);
    return Fate.FILTERED;
  }

  /** Takes all rows that follow with the same fate: half of what was left for the reader to do. */
  private int takeRun(ByteRow row, BatchTranscoding batch) {
    int first = row.index();
    int fate = batch.fate(first);
    if (fate != RowTranscoder.LEFT) {
      taken = batch.run(first);
      if (fate == RowTranscoder.COPIED) {
        batch.give(first, taken, out, nulls, written);
      }
      hidden = row.skip(taken - 1);
    }
    return fate;
  }

  private void askAhead(ByteRow row) {
    if (!ahead) {
      ahead = true;
      row.workAhead(batches);
    }
  }
}
