package dev.ingest.decode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A date that is written in numbers, the year last and in four digits: {@code 3/4/2020}, {@code
 * 3.4.2020}, {@code 03-04-2020}, with a time of day behind a space or without: {@code 3/4/2020
 * 7:00}, {@code 3/4/2020 07:00:30}.
 */
record NumericDate(int first, int second, int year, LocalTime time) {

  /** Returns null where a text is not written so. */
  static @Nullable NumericDate of(String text) {
    int space = text.indexOf(' ');
    LocalTime time = space < 0 ? LocalTime.MIDNIGHT : time(text.substring(space + 1));
    String date = space < 0 ? text : text.substring(0, space);
    int at = digits(date, 0, 2);
    if (time == null || at == 0 || at >= date.length() || "/.-".indexOf(date.charAt(at)) < 0) {
      return null;
    }
    int next = digits(date, at + 1, 2);
    boolean sound =
        next > at + 1
            && next + 5 == date.length()
            && date.charAt(next) == date.charAt(at)
            && digits(date, next + 1, 4) == date.length();
    return sound
        ? new NumericDate(
            Integer.parseInt(date.substring(0, at)),
            Integer.parseInt(date.substring(at + 1, next)),
            Integer.parseInt(date.substring(next + 1)),
            time)
        : null;
  }

  private static @Nullable LocalTime time(String text) {
    String padded = text.indexOf(':') == 1 ? "0" + text : text;
    try {
      return padded.length() == 5 || padded.length() == 8 ? LocalTime.parse(padded) : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Returns where the digits that begin at a place end, or the most of them that are wanted. */
  private static int digits(String text, int from, int most) {
    int at = from;
    while (at < text.length() && at < from + most && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the date in an order, or null where it has no meaning in it. */
  @Nullable LocalDateTime in(DayOrder order) {
    int day = order == DayOrder.DAY_FIRST ? first : second;
    int month = order == DayOrder.DAY_FIRST ? second : first;
    try {
      return LocalDate.of(year, month, day).atTime(time);
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Returns the order that this date alone speaks for, or null where it tells nothing. */
  @Nullable DayOrder witness() {
    boolean dayFirst = in(DayOrder.DAY_FIRST) != null;
    boolean monthFirst = in(DayOrder.MONTH_FIRST) != null;
    if (dayFirst == monthFirst) {
      return null;
    }
    return dayFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
  }

  /** Returns whether it has two meanings that differ. */
  boolean isAmbiguous() {
    return first != second && in(DayOrder.DAY_FIRST) != null && in(DayOrder.MONTH_FIRST) != null;
  }
}
