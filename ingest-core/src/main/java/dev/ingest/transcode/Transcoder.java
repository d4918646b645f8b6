package dev.ingest.transcode;

import dev.ingest.problem.NullReason;
import dev.ingest.row.NullTally;
import dev.ingest.transcode.ColumnCopy.Verdict;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows of a sheet to CSV. A row goes through only if every one of its mapped cells is
 * plainly fine; any other is left, untouched, to whoever asks. Not thread-safe.
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

  private final int[] positions;
  private final ColumnCopy[] copies;
  private final boolean[] nullable;
  private final boolean[] lenient;
  private final Anchor[] anchors;
  private final byte[] @Nullable [] anchored;
  private final int[] keyColumns;
  private final KnownKeys keys = new KnownKeys();
  private final NullTally nulls;
  private final ByteSink out;
  private final @Nullable NullReason[] reasons;
  private final int[] fieldStarts;
  private final ByteSink keyBytes = new ByteSink(java.io.OutputStream.nullOutputStream());
  private String filter = "";

  Transcoder(Columns columns, Anchor[] anchors, int[] keyColumns, NullTally nulls, ByteSink out) {
    this.positions = columns.positions;
    this.copies = columns.copies;
    this.nullable = columns.nullable;
    this.lenient = columns.lenient;
    this.anchors = anchors;
    this.keyColumns = keyColumns;
    this.nulls = nulls;
    this.out = out;
    this.reasons = new @Nullable NullReason[positions.length];
    this.fieldStarts = new int[positions.length + 1];
    this.anchored = new byte[positions.length][];
    for (Anchor anchor : anchors) {
      anchored[anchor.column()] = anchor.field();
    }
  }

  /** Returns the name of the filter that turned the last row away. */
  public String filter() {
    return filter;
  }

  /** Copies a row, if it can. */
  public Fate take(SheetRow row) throws IOException {
    return row instanceof ByteRow bytes ? take(bytes) : Fate.LEFT;
  }

  private Fate take(ByteRow row) throws IOException {
    for (Anchor anchor : anchors) {
      int column = anchor.column();
      int slot = row.slot(positions[column]);
      Verdict verdict =
          slot < 0 ? Verdict.UNDECIDED : copies[column].compare(row, slot, anchor.field(), out);
      if (verdict != Verdict.SAME) {
        filter = anchor.filter();
        return verdict == Verdict.OTHER ? Fate.FILTERED : Fate.LEFT;
      }
    }
    int mark = out.mark();
    if (!copy(row) || !hasKnownKey()) {
      out.takeBack(mark);
      return Fate.LEFT;
    }
    countNulls();
    out.flushIfFull();
    return Fate.COPIED;
  }

  private boolean copy(ByteRow row) throws IOException {
    int filled = 0;
    for (int i = 0; i < copies.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      fieldStarts[i] = out.mark();
      byte[] field = anchored[i];
      if (field != null) { // the cell is the same, as was just found
        out.write(field, 0, field.length);
        reasons[i] = null;
        filled++;
        continue;
      }
      int slot = row.slot(positions[i]);
      CellKind kind = slot < 0 ? CellKind.BLANK : row.kindAt(slot);
      if (kind != CellKind.BLANK && copies[i].copy(row, slot, kind, out)) {
        reasons[i] = null;
        filled++;
      } else if (kind == CellKind.BLANK && nullable[i]) {
        reasons[i] = NullReason.blank();
      } else if (kind == CellKind.ERROR && lenient[i]) {
        reasons[i] = NullReason.error(row.errorAt(slot));
      } else {
        return false;
      }
    }
    out.write('\n');
    fieldStarts[copies.length] = out.mark();
    return filled > 0; // a row without a value may be a blank one
  }

  private void countNulls() {
    for (int i = 0; i < reasons.length; i++) {
      NullReason reason = reasons[i];
      if (reason != null) {
        nulls.count(i, reason);
      }
    }
  }

  /** Each field is taken with the delimiter behind it, so that no two keys run into one. */
  private boolean hasKnownKey() {
    if (keyColumns.length == 0) {
      return true;
    }
    byte[] row = out.room(0);
    keyBytes.takeBack(0);
    for (int column : keyColumns) {
      int from = fieldStarts[column];
      keyBytes.write(row, from, fieldStarts[column + 1] - from);
    }
    return keys.knows(keyBytes.room(0), 0, keyBytes.mark());
  }
}
