package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;
import java.util.Arrays;

/**
 * The value of the first data row that the other rows are compared with, as the output writes it.
 *
 * @param column position in the schema
 * @param filter the filter's name, for the count
 * @param text the value's field
 */
record Anchor(int column, String filter, byte[] text) {

  /** What became of the comparison. */
  enum Verdict {
    SAME,
    OTHER,
    UNDECIDED
  }

  /** Compares a cell by the field that it would make; nothing stays written. */
  Verdict compare(ColumnCopy copy, ByteRow row, int slot, ByteSink scratch) throws IOException {
    int mark = scratch.mark();
    if (slot < 0 || !copy.copy(row, slot, row.kindAt(slot), scratch)) {
      scratch.takeBack(mark);
      return Verdict.UNDECIDED;
    }
    int end = scratch.mark();
    byte[] written = scratch.room(0);
    boolean same = Arrays.equals(written, mark, end, text, 0, text.length);
    scratch.takeBack(mark);
    return same ? Verdict.SAME : Verdict.OTHER;
  }
}
