package dev.ingest.transcode;

import dev.ingest.problem.NullReason;
import dev.ingest.transcode.ColumnCopy.Verdict;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies one row at a time to a sink. A row goes through only if every one of its mapped cells is
 * plainly fine. Not thread-safe.
 */
final class RowTranscoder {

  /** What became of a row: it must be judged as an object, and nothing was written. */
  static final int LEFT = -1;

  /** What became of a row: it was copied; any other fate is the index of a filter. */
  static final int COPIED = -2;

  private final int[] positions;
  private final ColumnCopy[] copies;
  private final boolean[] nullable;
  private final boolean[] lenient;
  private final Anchor[] anchors;
  private final byte[] @Nullable [] anchored;
  private final int[] keyColumns;
  private final byte @Nullable [] header;
  private final KnownKeys keys = new KnownKeys();
  private final ByteSink out;
  private final NullNotes nulls;
  private final int[] fieldStarts;
  private final ByteSink keyBytes = new ByteSink(OutputStream.nullOutputStream());

  /**
   * Makes a transcoder.
   *
   * @param header the line that repeats the header, which is left; null where there is none
   * @param out where rows go
   * @param nulls where the nulls of rows that were copied are taken down
   */
  RowTranscoder(
      Columns columns,
      Anchor[] anchors,
      int[] keyColumns,
      byte @Nullable [] header,
      ByteSink out,
      NullNotes nulls) {
    this.positions = columns.positions;
    this.copies = columns.copies;
    this.nullable = columns.nullable;
    this.lenient = columns.lenient;
    this.anchors = anchors;
    this.keyColumns = keyColumns;
    this.header = header;
    this.out = out;
    this.nulls = nulls;
    this.fieldStarts = new int[positions.length + 1];
    this.anchored = new byte[positions.length][];
    for (Anchor anchor : anchors) {
      anchored[anchor.column()] = anchor.field();
    }
  }

  /** Copies a row, if it can, and returns what became of it. */
  int take(ByteRow row) throws IOException {
    for (int i = 0; i < anchors.length; i++) {
      Anchor anchor = anchors[i];
      int column = anchor.column();
      int slot = row.slot(positions[column]);
      Verdict verdict =
          slot < 0 ? Verdict.UNDECIDED : copies[column].compare(row, slot, anchor.field(), out);
      if (verdict != Verdict.SAME) {
        return verdict == Verdict.OTHER ? i : LEFT;
      }
    }
    int mark = out.mark();
    int noted = nulls.size();
    if (!copy(row) || repeatsHeader(mark) || !hasKnownKey()) {
      out.takeBack(mark);
      nulls.takeBack(noted);
      return LEFT;
    }
    return COPIED;
  }

  private boolean copy(ByteRow row) throws IOException {
    CellSlices cells = row.cells();
    int first = cells.first[row.index()];
    int end = cells.first[row.index() + 1];
    int filled = 0;
    for (int i = 0; i < copies.length; i++) {
      fieldStarts[i] = out.mark();
      byte[] field = anchored[i];
      int slot = first + positions[i] - 1; // rows without gaps, which are most
      if (slot >= end || cells.column(slot) != positions[i]) {
        slot = row.slot(positions[i]);
      }
      int kind = slot < 0 ? CellSlices.NONE : cells.kind(slot);
      if (field != null) { // the cell is the same, as was just found
        out.write(field, 0, field.length);
        filled++;
      } else if (kind != CellSlices.NONE && copies[i].copy(row, slot, kind, out)) {
        filled++;
      } else if (kind == CellSlices.NONE && nullable[i]) {
        nulls.add(i, NullReason.blank());
      } else if (kind == CellSlices.ERROR && lenient[i]) {
        nulls.add(i, NullReason.error(row.errorAt(slot)));
      } else {
        return false;
      }
      int at = out.mark();
      out.room(1)[at] = ',';
      out.endAt(at + 1);
    }
    int last = out.mark() - 1;
    out.room(0)[last] = '\n';
    fieldStarts[copies.length] = last + 1;
    return filled > 0; // a row without a value may be a blank one
  }

  private boolean repeatsHeader(int mark) {
    byte[] line = header;
    return line != null && Arrays.equals(out.room(0), mark, out.mark(), line, 0, line.length);
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
