package dev.ingest.workbook;

import org.jspecify.annotations.Nullable;

/**
 * The text of doubles that have a decimal of up to 15 digits, as most numbers in workbooks do. Such
 * a decimal is the only one of its length that reads as the double, so one try is enough: scale to
 * 15 digits, round, and see whether dividing gives the double back. Both operands of that division
 * are exact, so it rounds as reading the text would.
 */
final class ShortDecimal {

  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10; // exact up to 10^22
    }
  }

  private static final int DIGITS = 15;
  private static final double LEAST = 1e-6;

  private ShortDecimal() {}

  /** Returns the text, or null where the double has no such decimal or is very large or small. */
  static @Nullable String text(double value) {
    double size = Math.abs(value);
    if (!(size >= LEAST && size < POWERS[DIGITS])) {
      return null;
    }
    int decimals = DIGITS - integerDigits(size);
    double scaled = Math.rint(size * POWERS[decimals]);
    if (scaled / POWERS[decimals] != size) {
      return null;
    }
    return text(value < 0, (long) scaled, decimals);
  }

  /** Returns how many digits stand before the point; below 1 the zeros after it, as a negative. */
  private static int integerDigits(double size) {
    int digits = 0;
    while (digits < DIGITS && size >= POWERS[digits]) {
      digits++;
    }
    int zeros = 0;
    while (digits == 0 && size * POWERS[zeros + 1] < 1) {
      zeros++;
    }
    return digits - zeros;
  }

  private static String text(boolean negative, long digits, int decimals) {
    long rest = digits;
    int places = decimals;
    while (places > 0 && rest % 10 == 0) {
      rest /= 10;
      places--;
    }
    StringBuilder text = new StringBuilder(24);
    text.append(rest);
    while (text.length() <= places) {
      text.insert(0, '0');
    }
    if (places > 0) {
      text.insert(text.length() - places, '.');
    }
    return negative ? text.insert(0, '-').toString() : text.toString();
  }
}
