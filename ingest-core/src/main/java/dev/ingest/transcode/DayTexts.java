package dev.ingest.transcode;

import dev.ingest.workbook.DateSystem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The texts of days by their serial, remembered: the rows of a sheet share few days. */
final class DayTexts {

  private static final int SLOTS = 1 << 10;

  private final DateSystem dates;
  private final int[] serials = new int[SLOTS];
  private final byte[] @Nullable [] texts = new byte[SLOTS][];

  DayTexts(DateSystem dates) {
    this.dates = dates;
  }

  /** Returns the ISO 8601 text of a day, or null where the serial is none. */
  byte @Nullable [] text(int serial) {
    int slot = serial & SLOTS - 1;
    if (texts[slot] == null || serials[slot] != serial) {
      LocalDate day = day(serial);
      if (day == null) {
        return null;
      }
      texts[slot] = day.toString().getBytes(StandardCharsets.US_ASCII);
      serials[slot] = serial;
    }
    return texts[slot];
  }

  private @Nullable LocalDate day(int serial) {
    try {
      return dates.dateTime(serial).toLocalDate();
    } catch (DateTimeException none) {
      return null; // the row is judged, and the problem found again with its words
    }
  }
}
