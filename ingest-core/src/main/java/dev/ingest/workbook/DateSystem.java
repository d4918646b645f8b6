package dev.ingest.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The day that a workbook's serials count from: ECMA-376 Part 1, 18.17.4.1. */
public enum DateSystem {
  /** Serial 1 is 1900-01-01; serial 60 is 1900-02-29, a day that never was. */
  BASE_1900(LocalDate.of(1899, 12, 30), 2_958_466),
  /** Serial 0 is 1904-01-01. */
  BASE_1904(LocalDate.of(1904, 1, 1), 2_957_004);

  private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000L);
  private static final int PHANTOM_DAY = 60;

  private final LocalDate zero;
  private final int end;

  DateSystem(LocalDate zero, int end) {
    this.zero = zero;
    this.end = end;
  }

  /**
   * Returns the date and time of a serial, rounded half-even to the millisecond.
   *
   * @param serial days since the base, the time of day as a fraction
   * @throws DateTimeException if the serial is negative, past 9999-12-31, not finite, or falls on
   *     1900-02-29
   */
  public LocalDateTime dateTime(double serial) {
    if (!(serial >= 0 && serial < end)) {
      throw outside(serial);
    }
    if (serial == Math.rint(serial)) { // a whole day, which most are, needs no exact arithmetic
      long day = (long) serial;
      return base(day).plusDays(day).atStartOfDay();
    }
    long millis =
        new BigDecimal(serial)
            .multiply(MILLIS_PER_DAY)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
    long day = millis / 86_400_000L;
    if (day >= end) {
      throw outside(serial);
    }
    return base(day).plusDays(day).atStartOfDay().plus(millis % 86_400_000L, ChronoUnit.MILLIS);
  }

  /** Returns the serial of a date and time, the inverse of {@link #dateTime(double)}. */
  public double serial(LocalDateTime at) {
    double days = Duration.between(zero.atStartOfDay(), at).toMillis() / 86_400_000d;
    return this == BASE_1900 && days < PHANTOM_DAY + 1 ? days - 1 : days;
  }

  private static DateTimeException outside(double serial) {
    return new DateTimeException(
        "serial " + NumberText.plain(serial) + " is outside the dates of a workbook");
  }

  private LocalDate base(long day) {
    if (this == BASE_1904 || day > PHANTOM_DAY) {
      return zero;
    }
    if (day == PHANTOM_DAY) {
      throw new DateTimeException("serial 60 is 1900-02-29, a day that never was");
    }
    return zero.plusDays(1);
  }
}
