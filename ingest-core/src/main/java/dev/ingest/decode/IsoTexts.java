package dev.ingest.decode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQuery;
import org.jspecify.annotations.Nullable;

/** Text as ISO 8601 has it. */
final class IsoTexts {

  private IsoTexts() {}

  /** Returns a date with time; a date alone is its midnight; null where it is neither. */
  static @Nullable LocalDateTime dateTime(String text) {
    if (text.indexOf('T') >= 0) {
      return parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME, LocalDateTime::from);
    }
    LocalDate date = parse(text, DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::from);
    return date == null ? null : date.atStartOfDay();
  }

  /** Returns what a formatter reads, or null where it reads nothing. */
  static <T> @Nullable T parse(String text, DateTimeFormatter formatter, TemporalQuery<T> query) {
    try {
      return formatter.parse(text, query);
    } catch (DateTimeException other) {
      return null;
    }
  }
}
