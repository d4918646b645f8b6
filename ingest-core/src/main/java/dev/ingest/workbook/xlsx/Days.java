package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The dates of serials, remembered: the rows of a sheet share few days, and a date takes two
 * objects and some arithmetic.
 */
final class Days {

  private static final int SLOTS = 1 << 10;

  private final DateSystem dates;
  private final double[] serials = new double[SLOTS];
  private final @Nullable LocalDateTime[] known = new @Nullable LocalDateTime[SLOTS];

  Days(DateSystem dates) {
    this.dates = dates;
  }

  /** See {@link DateSystem#dateTime}. */
  LocalDateTime dateTime(double serial) {
    int slot = (int) serial & SLOTS - 1;
    LocalDateTime at = known[slot];
    if (at == null || serials[slot] != serial) {
      at = dates.dateTime(serial);
      known[slot] = at;
      serials[slot] = serial;
    }
    return at;
  }
}
