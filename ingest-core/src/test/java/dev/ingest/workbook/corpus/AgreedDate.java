package dev.ingest.workbook.corpus;

import dev.ingest.workbook.CellValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date and time, or the time since day zero, as expected files write them.
 *
 * @param at null where only a time or a duration is known
 * @param sinceDayZero null where a date is known
 */
record AgreedDate(@Nullable LocalDateTime at, @Nullable Duration sinceDayZero) {

  /** A text that is none, such as a number out of the range of dates. */
  static final AgreedDate NONE = new AgreedDate(null, null);

  /** The day that never was, and a text that stands for it. */
  private static final String PHANTOM = "1900-02-29";

  private static final AgreedDate PHANTOM_DAY = new AgreedDate(null, Duration.ofDays(60));

  /** Excel's day zero, the same as the readers count it, and that of the other base. */
  private static final List<LocalDate> DAY_ZERO =
      List.of(LocalDate.of(1899, 12, 31), LocalDate.of(1899, 12, 30), LocalDate.of(1904, 1, 1));

  static AgreedDate of(String text) {
    try {
      if (text.startsWith(PHANTOM)) {
        return PHANTOM_DAY;
      }
      if (text.startsWith("P")) {
        return new AgreedDate(null, Duration.parse(text));
      }
      if (text.indexOf(':') == 2) {
        return new AgreedDate(null, Duration.ofNanos(LocalTime.parse(text).toNanoOfDay()));
      }
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return new AgreedDate(
          text.contains("T") ? LocalDateTime.parse(local) : LocalDate.parse(text).atStartOfDay(),
          null);
    } catch (DateTimeException none) {
      return NONE;
    }
  }

  /** Returns whether a date that was read is this one, to the millisecond. */
  boolean is(CellValue.DateSerial found) {
    if (equals(PHANTOM_DAY)) {
      return found.days() >= 60 && found.days() < 61;
    }
    try {
      LocalDateTime read = found.system().dateTime(found.days());
      return at != null
          ? near(at, read)
          : DAY_ZERO.stream().anyMatch(zero -> near(zero.atStartOfDay().plus(sinceDayZero), read));
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean near(LocalDateTime agreed, LocalDateTime read) {
    return Duration.between(agreed, read).abs().compareTo(Duration.ofMillis(1)) <= 0;
  }
}
