package dev.ingest.workbook.ods;

/** Counts in attributes, such as how often a row is repeated. */
final class Counts {

  /** No grid is as large, and the sum of two of them still fits. */
  private static final int MOST_DIGITS = 17;

  private Counts() {}

  /** Returns the count, or -1 where the text is none. */
  static long parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      return -1;
    }
    long count = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      count = count * 10 + c - '0';
    }
    return count;
  }
}
