package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
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
    byte[] day = row.kindAt(slot) == CellKind.DATE ? days.text(row.numberAt(slot)) : null;
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
  boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) {
    byte[] day = kind == CellKind.DATE ? days.text(row.numberAt(slot)) : null;
    if (day == null) {
      return false;
    }
    into.write(day, 0, day.length);
    return true;
  }
}
