package dev.ingest.report;

/** Numbers as people read them. */
final class Counted {

  private Counted() {}

  /** Returns {@code 1,234}. */
  static String grouped(long count) {
    StringBuilder digits = new StringBuilder().append(count);
    int first = count < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString(); // a format would load the locales, which takes longer than to read
  }

  /** Returns {@code 1 row}, {@code 1,234 rows}. */
  static String of(long count, String one) {
    return grouped(count) + " " + one + (count == 1 ? "" : "s");
  }
}
