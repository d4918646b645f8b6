package dev.ingest.row;

import dev.ingest.workbook.DateSystem;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of whole serials, remembered, since the rows of a sheet share few. Thread-safe. */
final class DayCache {

  private static final int SLOTS = 1 << 12;

  private final DateSystem dates;

  /** What two threads put here at a time is right, whichever stays: an entry never changes. */
  private final @Nullable Known[] known = new @Nullable Known[SLOTS];

  private record Known(int serial, LocalDate day) {}

  DayCache(DateSystem dates) {
    this.dates = dates;
  }

  /** Returns the day, or null where the serial is none. */
  @Nullable LocalDate day(int serial) {
    Known found = known[serial & SLOTS - 1];
    return found != null && found.serial == serial ? found.day : computed(serial);
  }

  private @Nullable LocalDate computed(int serial) {
    try {
      LocalDate day = dates.dateTime(serial).toLocalDate();
      known[serial & SLOTS - 1] = new Known(serial, day);
      return day;
    } catch (DateTimeException none) {
      return null; // the decoder finds it again, and words it
    }
  }
}
