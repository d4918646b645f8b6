package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.util.Arrays;

/** Days: serials with a date format and without a time of day. */
final class DateCopy extends ColumnCopy {

  private final DayTexts days;
  private int same = -1;

  DateCopy(DayTexts days) {
    this.days = days;
  }

  /** No two serials are one day, so that its serial is looked for once its text was found. */
  @Override
  Verdict compare(ByteRow row, int slot, byte[] field, ByteSink scratch) {
    int serial = serial(row.cells(), slot);
    if (serial >= 0 && serial == same) {
      return Verdict.SAME;
    }
    byte[] day = serial < 0 ? null : days.text(serial);
    if (day == null) {
      return Verdict.UNDECIDED;
    }
    if (same < 0 && Arrays.equals(day, field)) {
      same = serial;
      return Verdict.SAME;
    }
    return Verdict.OTHER;
  }

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    int serial = serial(row.cells(), slot);
    byte[] day = serial < 0 ? null : days.text(serial);
    if (day == null) {
      return false;
    }
    into.write(day, 0, day.length);
    return true;
  }

  /** Returns the serial of a date that is written as a natural number, or -1. */
  private static int serial(CellSlices cells, int slot) {
    return cells.kind(slot) == CellSlices.DATE ? cells.natural(slot) : -1;
  }
}
