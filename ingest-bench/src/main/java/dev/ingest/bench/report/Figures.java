package dev.ingest.bench.report;

import java.util.Locale;

/** Figures as people read them; what was not measured is a dash. */
public final class Figures {

  private static final String NONE = "–";

  private Figures() {}

  /** Returns seconds to the millisecond. */
  public static String seconds(double seconds) {
    return Double.isNaN(seconds) ? NONE : String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** Returns a ratio to two places, or to one from 10 on. */
  public static String ratio(double ratio) {
    if (Double.isNaN(ratio) || Double.isInfinite(ratio)) {
      return NONE;
    }
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
  }

  /** Returns a whole number. */
  public static String whole(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.0f", value);
  }
}
