package dev.ingest.format;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Date fields in ISO 8601, remembered by their date: the rows of a sheet share few days. */
final class CsvDays {

  private static final int RECENT = 1 << 9;

  private @Nullable LocalDate last;
  private byte[] lastField = {};
  private final @Nullable LocalDate[] days = new @Nullable LocalDate[RECENT];
  private final byte[][] fields = new byte[RECENT][];

  /** Returns the field with a comma behind it. */
  @SuppressWarnings("ReferenceEquality") // the reader gives the same day for the same serial
  byte[] field(LocalDate day) {
    if (day != last) {
      lastField = remembered(day);
      last = day;
    }
    return lastField;
  }

  private byte[] remembered(LocalDate day) {
    int slot = (day.getYear() * 12 + day.getMonthValue()) * 31 + day.getDayOfMonth() & RECENT - 1;
    if (!day.equals(days[slot])) {
      days[slot] = day;
      fields[slot] = (day.toString() + ',').getBytes(StandardCharsets.US_ASCII);
    }
    return fields[slot];
  }
}
