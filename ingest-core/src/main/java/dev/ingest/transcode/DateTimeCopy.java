package dev.ingest.transcode;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;

/** Dates with a time of day: serials with a date format. */
final class DateTimeCopy extends ColumnCopy {

  private final DateSystem dates;

  DateTimeCopy(DateSystem dates) {
    this.dates = dates;
  }

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    double serial = kind == CellSlices.DATE ? row.numberAt(slot) : Double.NaN;
    try {
      byte[] text =
          DateTimeFormatter.ISO_LOCAL_DATE_TIME
              .format(dates.dateTime(serial))
              .getBytes(StandardCharsets.US_ASCII);
      into.write(text, 0, text.length);
      return true;
    } catch (DateTimeException none) {
      return false; // the row is judged, and the problem found again with its words
    }
  }
}
