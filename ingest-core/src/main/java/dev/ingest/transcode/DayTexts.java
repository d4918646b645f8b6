package dev.ingest.transcode;

import dev.ingest.workbook.DateSystem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The texts of days by their serial, remembered: the rows of a sheet share few days. Thread-safe:
 * one for all batches, since tables of their own would drive each other out of the cache.
 */
final class DayTexts {

  private static final int SLOTS = 1 << 12;

  private final DateSystem dates;

  /** What two threads put here at a time is right, whichever stays: an entry never changes. */
  private final @Nullable Known[] known = new @Nullable Known[SLOTS];

  private static final class Known {
    final int serial;
    final byte[] text;

    Known(int serial, byte[] text) {
      this.serial = serial;
      this.text = text;
    }
  }

  DayTexts(DateSystem dates) {
    this.dates = dates;
  }

  DateSystem dates() {
    return dates;
  }

  /** Returns the ISO 8601 text of a day, or null where the serial is none. */
  byte @Nullable [] text(int serial) {
    Known found = known[serial & SLOTS - 1];
    return found != null && found.serial == serial ? found.text : computed(serial);
  }

  private byte @Nullable [] computed(int serial) {
    LocalDate day = day(serial);
    if (day == null) {
      return null;
    }
    byte[] text = day.toString().getBytes(StandardCharsets.US_ASCII);
    known[serial & SLOTS - 1] = new Known(serial, text);
    return text;
  }

  private @Nullable LocalDate day(int serial) {
    try {
      return dates.dateTime(serial).toLocalDate();
    } catch (DateTimeException none) {
      return null; // the row is judged, and the problem found again with its words
    }
  }
}
