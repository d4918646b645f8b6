package dev.ingest.workbook.ods;

import dev.ingest.workbook.DateSystem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and durations of a spreadsheet: OpenDocument 1.3 part 3, 18.3.13 and 18.3.15.
 *
 * <p>A date is stored as itself; its serial is that of the date system. A plain number taken for a
 * date counts from the null date (9.4.2), which may be one that no date system has.
 *
 * @param system the nearest date system: 1904 where the null date is 1904-01-01, else 1900
 * @param zero the null date
 */
record OdsDates(DateSystem system, LocalDate zero) {

  private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Those of a spreadsheet that declares no null date. */
  static final OdsDates DEFAULT = of(LocalDate.of(1899, 12, 30));

  /** A time zone may follow; a cell has none, so the time is taken as it is written. */
  private static final Pattern DATE =
      Pattern.compile(
          "(-?\\d{4,9})-(\\d\\d)-(\\d\\d)"
              + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d+))?)?)?"
              + "(?:Z|[+-]\\d\\d:\\d\\d)?");

  /** Old writers put a comma before the fraction. Years and months have no fixed length. */
  private static final Pattern DURATION =
      Pattern.compile(
          "(-)?P(?:(\\d{1,12})D)?"
              + "(?:T(?:(\\d{1,12})H)?(?:(\\d{1,12})M)?(?:(\\d{1,12})(?:[.,](\\d+))?S)?)?");

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int NANO_DIGITS = 9;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  static OdsDates of(LocalDate zero) {
    boolean from1904 = zero.equals(ZERO_1904);
    return new OdsDates(from1904 ? DateSystem.BASE_1904 : DateSystem.BASE_1900, zero);
  }

  /**
   * Reads a date or a date with time, rounded half-even to the millisecond.
   *
   * @throws DateTimeException if it is none
   */
  OdsValue date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("no date");
    }
    LocalDateTime time = time(parts);
    if (isPhantom(parts)) { // Excel's, which has a serial and no date
      LocalDateTime before = time.with(LocalDate.of(1900, 2, 28));
      return OdsValue.date(system.serial(before) + 1, text, null);
    }
    LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    LocalDateTime at =
        day.atStartOfDay().plus(ChronoUnit.NANOS.between(midnight(), time), ChronoUnit.NANOS);
    return OdsValue.date(system.serial(at), text, at);
  }

  private boolean isPhantom(Matcher parts) {
    return system == DateSystem.BASE_1900
        && parts.group(1).equals("1900")
        && parts.group(2).equals("02")
        && parts.group(3).equals("29");
  }

  /** Returns the time after {@link #midnight()}, which is a day later for 24:00:00. */
  private static LocalDateTime time(Matcher parts) {
    int hour = number(parts, 4);
    int minute = number(parts, 5);
    int second = number(parts, 6);
    int nano = nanos(parts.group(7));
    boolean end = hour == 24 && minute == 0 && second == 0 && nano == 0;
    if (!end && (hour > 23 || minute > 59 || second > 59)) {
      throw new DateTimeException("no time");
    }
    long millis = BigDecimal.valueOf(nano, 6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return midnight()
        .plusSeconds(hour * 3600L + minute * 60L + second)
        .plusNanos(millis * NANOS_PER_MILLI);
  }

  private static LocalDateTime midnight() {
    return ZERO_1904.atStartOfDay();
  }

  /**
   * Reads a duration: days since the null date as a serial.
   *
   * @throws DateTimeException if it is none
   */
  OdsValue duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches() || text.endsWith("P") || text.endsWith("T")) {
      throw new DateTimeException("no duration");
    }
    long seconds =
        count(parts, 2) * SECONDS_PER_DAY
            + count(parts, 3) * 3600
            + count(parts, 4) * 60
            + count(parts, 5);
    double days = (seconds + nanos(parts.group(6)) / NANOS_PER_SECOND) / SECONDS_PER_DAY;
    return OdsValue.date(parts.group(1) == null ? days : -days, text, null);
  }

  private static int number(Matcher parts, int group) {
    return (int) count(parts, group);
  }

  private static long count(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static int nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String padded = fraction + "0".repeat(NANO_DIGITS);
    return Integer.parseInt(padded.substring(0, NANO_DIGITS));
  }

  /** Returns the date of a serial of the date system. */
  LocalDateTime dateOfSerial(double serial) {
    return system.dateTime(serial);
  }

  /** Returns the date of a plain number, which counts from the null date. */
  LocalDateTime dateOfNumber(double number) {
    if (zero.equals(DEFAULT.zero) || zero.equals(ZERO_1904)) {
      return system.dateTime(number);
    }
    long shift = ChronoUnit.DAYS.between(DEFAULT.zero, zero);
    return system.dateTime(number + shift);
  }
}
