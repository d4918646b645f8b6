package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;

/** Days: serials with a date format and without a time of day. */
final class DateCopy extends ColumnCopy {

  private final DayTexts days;

  DateCopy(DayTexts days) {
    this.days = days;
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
