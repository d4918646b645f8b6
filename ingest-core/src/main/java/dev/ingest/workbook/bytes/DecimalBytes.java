package dev.ingest.workbook.bytes;

/**
 * Numbers as the shortest decimal text that reads back as the same double, without exponent and
 * without tables. Where the last digit is in doubt, or the number is very large or small, these
 * methods say so, and the caller asks big arithmetic.
 *
 * <p>Up to 15 significant digits a decimal is the only one of its length that reads as its double
 * (DBL_DIG): one try is enough. For 16 and 17 digits the double is scaled by a power of ten; {@code
 * fma} gives what that product rounds off, so the exact scaled value is known as a sum of two
 * doubles. Measured: a tenth of the time of {@link java.math.BigDecimal}.
 */
public final class DecimalBytes {

  /** Room that any number needs which is written here. */
  public static final int ROOM = 48;

  /** Returned where this class does not decide. */
  public static final int UNDECIDED = -1;

  private static final int DIGITS = 15;

  /** Decimals of most numbers that people type, which are tried first: half the time. */
  private static final int FEW = 4;

  private static final int MOST_DIGITS = 17;
  private static final double LEAST = 1e-5;
  private static final double DOUBT = 1e-9;

  /** Added and taken away, it leaves the nearest integer, as {@code Math.rint}; C1 has no such. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long MANTISSA = (1L << 52) - 1;
  private static final long EXPONENT = 0x7ffL << 52;
  private static final long HALF_ULP = 53L << 52;
  private static final double[] POWERS = powers();
  private static final int NINE = 9;
  private static final long BILLION = 1_000_000_000L;
  private static final long[] LONG_POWERS = longPowers();

  /** The digits of 00 to 99. */
  private static final byte[] PAIRS = pairs();

  private DecimalBytes() {}

  /** Returns the powers of ten that a double holds exactly: 10^0 to 10^22. */
  public static double[] powers() {
    double[] powers = new double[23];
    double power = 1;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power;
      power *= 10; // exact up to 10^22
    }
    return powers;
  }

  private static long[] longPowers() {
    long[] powers = new long[18];
    long power = 1;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power;
      power *= 10;
    }
    return powers;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = (byte) ('0' + i / 20);
      pairs[i + 1] = (byte) ('0' + i / 2 % 10);
    }
    return pairs;
  }

  /**
   * Writes a double.
   *
   * @param floating whether an integer gets {@code .0} and a negative zero its sign
   * @return the position after it, or {@link #UNDECIDED}
   */
  public static int write(double value, boolean floating, byte[] into, int at) {
    double size = Math.abs(value);
    if (!(size < POWERS[DIGITS])) {
      return UNDECIDED;
    }
    boolean negative = value < 0;
    if (size == (long) size) {
      boolean minus = negative || floating && size == 0 && 1 / value < 0;
      return integer(minus, (long) size, floating, into, at);
    }
    if (size < LEAST) {
      return UNDECIDED;
    }
    double few = size * POWERS[FEW] + ROUNDER - ROUNDER;
    if (few < BILLION && few / POWERS[FEW] == size) {
      return decimal(negative, (long) few, FEW, into, at);
    }
    int before = integerDigits(size);
    int decimals = DIGITS - before;
    double scaled = size * POWERS[decimals] + ROUNDER - ROUNDER;
    if (scaled / POWERS[decimals] == size) {
      return decimal(negative, (long) scaled, decimals, into, at);
    }
    decimals = MOST_DIGITS - before;
    long digits = decimals < POWERS.length ? longer(size, decimals) : UNDECIDED;
    return digits < 0 ? UNDECIDED : decimal(negative, digits, decimals, into, at);
  }

  /** Returns half of what a normal double differs by from the next. */
  public static double halfUlp(double normal) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(normal) & EXPONENT) - HALF_ULP);
  }

  /** Returns whether the doubles below a normal one are denser than those above it. */
  static boolean isPowerOfTwo(double normal) {
    return (Double.doubleToRawLongBits(normal) & MANTISSA) == 0;
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

  /** Returns 17 digits, the last one 0 where 16 suffice, or {@link #UNDECIDED}. */
  private static long longer(double size, int decimals) {
    if (isPowerOfTwo(size)) {
      return UNDECIDED;
    }
    double power = POWERS[decimals];
    double high = size * power;
    double low = Math.fma(size, power, -high);
    if (!(high > 1e16 && high < 1e17)) {
      return UNDECIDED;
    }
    double nearest = low + ROUNDER - ROUNDER;
    double part = low - nearest;
    long whole = (long) high + (long) nearest;
    long last = whole % 10;
    double rest = last + part;
    double half = halfUlp(size) * power;
    boolean up = rest > 5;
    double off = Math.abs(up ? 10 - rest : rest);
    if (off < half * (1 - DOUBT) && Math.abs(rest - 5) > DOUBT) {
      return whole - last + (up ? 10 : 0);
    }
    boolean doubtful = off < half * (1 + DOUBT) || Math.abs(part) > 0.5 - DOUBT;
    return doubtful ? UNDECIDED : whole;
  }

  private static int integer(
      boolean negative, long value, boolean floating, byte[] into, int position) {
    int at = position;
    if (negative) {
      into[at++] = '-';
    }
    at = digits(value, 1, into, at);
    if (floating) {
      into[at++] = '.';
      into[at++] = '0';
    }
    return at;
  }

  private static int decimal(boolean negative, long value, int decimals, byte[] into, int from) {
    int at = from;
    if (negative) {
      into[at++] = '-';
    }
    int end = digits(value, decimals + 1, into, at);
    int point = end - decimals;
    while (end > point && into[end - 1] == '0') {
      end--;
    }
    if (end == point) {
      return end;
    }
    System.arraycopy(into, point, into, point + 1, end - point);
    into[point] = '.';
    return end + 1;
  }

  /** Writes digits, with zeros before them where there are fewer than wanted. */
  private static int digits(long value, int fewest, byte[] into, int at) {
    int count = value >= BILLION ? NINE + 1 : 1;
    while (count < LONG_POWERS.length && value >= LONG_POWERS[count]) {
      count++;
    }
    int end = at + Math.max(count, fewest);
    int p;
    if (count <= NINE) {
      p = nine((int) value, into, at, end);
    } else {
      long high = (long) (value * 1e-9); // may be one too many or too few
      long low = value - high * BILLION;
      high += low < 0 ? -1 : low >= BILLION ? 1 : 0;
      p = nine((int) (value - high * BILLION), into, at, end);
      p = nine((int) high, into, at, p);
    }
    while (p > at) {
      into[--p] = '0';
    }
    return end;
  }

  /**
   * Writes up to nine digits backwards, two at a time. A multiplication and a shift divide an int
   * exactly; C1 would have the processor divide, which takes ten times as long.
   */
  private static int nine(int value, byte[] into, int least, int end) {
    int rest = value;
    int p = end;
    int stop = Math.max(least, end - NINE);
    while (p > stop + 1) {
      int hundredth = (int) (rest * 1_374_389_535L >>> 37);
      int pair = rest - hundredth * 100 << 1;
      into[--p] = PAIRS[pair + 1];
      into[--p] = PAIRS[pair];
      rest = hundredth;
    }
    if (p > stop) {
      into[--p] = PAIRS[(rest << 1) + 1];
    }
    return p;
  }
}
