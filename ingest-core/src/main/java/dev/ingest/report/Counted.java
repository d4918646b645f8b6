package dev.ingest.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Counted {

  private Counted() {}

  /** Returns {@code 1,234}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns {@code 1 row}, {@code 1,234 rows}. */
  static String of(long count, String one) {
    return grouped(count) + " " + one + (count == 1 ? "" : "s");
  }
}
