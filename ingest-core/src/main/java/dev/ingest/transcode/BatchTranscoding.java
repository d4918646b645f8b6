package dev.ingest.transcode;

import dev.ingest.row.NullTally;
import dev.ingest.workbook.bytes.BatchWork;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of one batch, transcoded ahead of the reader, who takes them one by one. */
final class BatchTranscoding implements BatchWork {

  /** Bytes of output that are given at once. */
  private static final int PIECE = 32 << 10;

  private final ByteSink bytes = new ByteSink(OutputStream.nullOutputStream());
  private final RowTranscoder rows;
  private final NullNotes nulls = new NullNotes();
  private int size;
  private int[] fates = new int[64];
  private int[] ends = new int[64];
  private int[] nullEnds = new int[64];

  BatchTranscoding(Columns columns, Anchor[] anchors, int[] keyColumns, byte @Nullable [] header) {
    this.rows = new RowTranscoder(columns, anchors, keyColumns, header, bytes, nulls);
  }

  @Override
  public void begin() {
    size = 0;
    bytes.takeBack(0);
    nulls.takeBack(0);
  }

  @Override
  public void row(ByteRow row) {
    if (size == fates.length) {
      fates = Arrays.copyOf(fates, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      nullEnds = Arrays.copyOf(nullEnds, size * 2);
    }
    int fate = fate(row);
    fates[size] = fate;
    ends[size] = bytes.mark();
    nullEnds[size++] = nulls.size();
  }

  /** What fails here fails again, in its turn, when the row is judged. */
  private int fate(ByteRow row) {
    int mark = bytes.mark();
    int noted = nulls.size();
    try {
      return rows.take(row);
    } catch (RuntimeException | IOException failure) {
      bytes.takeBack(mark);
      nulls.takeBack(noted);
      return RowTranscoder.LEFT;
    }
  }

  /** Returns what became of a row. */
  int fate(int row) {
    return fates[row];
  }

  /** Returns how many rows from this one on have the same fate, up to a good piece of output. */
  int run(int row) {
    int fate = fates[row];
    int enough = start(row) + PIECE;
    int i = row + 1;
    while (i < size && fates[i] == fate && ends[i] <= enough) {
      i++;
    }
    return i - row;
  }

  /** Gives rows that were copied to the output. */
  void give(int row, int count, ByteSink out, NullTally tally) {
    int from = start(row);
    int last = row + count - 1;
    out.write(bytes.room(0), from, ends[last] - from);
    nulls.count(row == 0 ? 0 : nullEnds[row - 1], nullEnds[last], tally);
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }
}
