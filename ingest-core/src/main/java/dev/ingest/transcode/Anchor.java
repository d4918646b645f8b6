package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;
import java.util.Arrays;

/**
 * The value of the first data row that the other rows are compared with, as the output writes it.
 */
final class Anchor {

  /** What became of the comparison. */
  enum Verdict {
    SAME,
    OTHER,
    UNDECIDED
  }

  private final int column;
  private final String filter;
  private final byte[] text;

  /**
   * Makes an anchor.
   *
   * @param column position in the schema
   * @param filter the filter's name, for the count
   * @param text the value's field
   */
  Anchor(int column, String filter, byte[] text) {
    this.column = column;
    this.filter = filter;
    this.text = text;
  }

  int column() {
    return column;
  }

  String filter() {
    return filter;
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
