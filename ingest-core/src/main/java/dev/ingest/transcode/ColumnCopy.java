package dev.ingest.transcode;

import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.io.IOException;
import java.util.Arrays;

/** Copies the plainly fine cells of one column. */
abstract class ColumnCopy {

  /** How a cell compares with a value. */
  enum Verdict {
    SAME,
    OTHER,
    /** The row must be judged as an object. */
    UNDECIDED
  }

  /**
   * Copies a stored cell that is not blank.
   *
   * @param kind what it holds, as {@link CellSlices} has it
   * @return false where the row must be judged as an object; what was written is then taken back
   */
  abstract boolean copy(ByteRow row, int slot, int kind, ByteSink into) throws IOException;

  /**
   * Compares a stored cell with a value by the field that it would make.
   *
   * @param field the value's field
   * @param scratch where the field is made; nothing stays written
   */
  Verdict compare(ByteRow row, int slot, byte[] field, ByteSink scratch) throws IOException {
    int mark = scratch.mark();
    boolean copied = copy(row, slot, row.cells().kind(slot), scratch);
    int end = scratch.mark();
    scratch.takeBack(mark);
    if (!copied) {
      return Verdict.UNDECIDED;
    }
    boolean same = Arrays.equals(scratch.room(0), mark, end, field, 0, field.length);
    return same ? Verdict.SAME : Verdict.OTHER;
  }

  /**
   * Returns whether a number may have more digits than Excel keeps: such rows are judged as
   * objects, and the numbers counted. A fraction of so many digits is no great number.
   */
  static boolean mayBeLong(ByteRow row, int slot) {
    CellSlices cells = row.cells();
    int scale = cells.scale(slot);
    boolean great =
        scale <= CellSlices.MOST_DIGITS - 15 && Math.abs(cells.digits(slot)) > NumberText.MOST_KEPT;
    return (scale < 0 || great) && Math.abs(row.numberAt(slot)) > NumberText.MOST_KEPT;
  }
}
