package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Cells of type {@code d}: ISO 8601 text (ECMA-376 Part 1, 18.18.11). */
final class IsoDates {

  private static final double NANOS_PER_DAY = 86_400e9;

  private IsoDates() {}

  /**
   * Returns the serial of a date, a date with time, or a time alone.
   *
   * @throws java.time.DateTimeException if the text is none of these
   */
  static double serial(String iso, DateSystem dates) {
    if (iso.indexOf(':') == 2) {
      return LocalTime.parse(iso).toNanoOfDay() / NANOS_PER_DAY;
    }
    if (iso.indexOf('T') < 0) {
      return dates.serial(LocalDate.parse(iso).atStartOfDay());
    }
    String local = iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso;
    return dates.serial(LocalDateTime.parse(local));
  }
}
