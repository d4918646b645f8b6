package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Days: serials with a date format and without a time of day. */
final class DateCopy extends ColumnCopy {

  private final DayTexts days;
  private byte @Nullable [] same;

  DateCopy(DayTexts days) {
    this.days = days;
  }

  /** The text of a day is the same array each time, so that most often a glance is enough. */
  @Override
  Verdict compare(ByteRow row, int slot, byte[] field, ByteSink scratch) {
    byte[] day = day(row, slot, row.cells().kind(slot));
    if (day == null) {
      return Verdict.UNDECIDED;
    }
    if (day == same || Arrays.equals(day, field)) {
      same = day;
      return Verdict.SAME;
    }
    return Verdict.OTHER;
  }

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    byte[] day = day(row, slot, kind);
    if (day == null) {
      return false;
    }
    into.write(day, 0, day.length);
    return true;
  }

  /** Returns the field of a day that is written as a natural number, or null. */
  private byte @Nullable [] day(ByteRow row, int slot, int kind) {
    int serial = kind == CellSlices.DATE ? row.cells().natural(slot) : -1;
    return serial < 0 ? null : days.text(serial);
  }
}
