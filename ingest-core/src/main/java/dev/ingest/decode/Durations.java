package dev.ingest.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Serials as lengths of time. */
final class Durations {

  static final long MILLIS_PER_DAY = 86_400_000L;

  /** More than any workbook shows, and few enough to be counted in milliseconds. */
  static final double MOST_DAYS = 3_000_000;

  private Durations() {}

  /** Returns the milliseconds of a serial, rounded half-even. */
  static long millis(double days) {
    return new BigDecimal(days)
        .multiply(BigDecimal.valueOf(MILLIS_PER_DAY))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
