package dev.ingest.workbook.bytes;

/**
 * Decimal texts of 16 and 17 significant digits, as Excel writes doubles, to the shortest text of
 * the same double, without making the one and the other in turn. The digits as a long and the power
 * of ten of their decimals give the double by one division; {@code fma} gives what it rounds off,
 * so the exact double is known in units of the last digit. It differs from the text in the last two
 * digits only, and so do the candidates: the nearest decimals of 15, 16 and 17 digits.
 *
 * <p>Where a tie is near, at a power of two and past the powers that are exact, this class does not
 * decide. Measured: a third of the time of parsing and {@link DecimalBytes#write}.
 */
final class LongDecimal {

  private static final int UNDECIDED = DecimalBytes.UNDECIDED;

  /** 10^16: integers from it on have 17 digits. */
  private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;

  /** 10^17: integers from it on have more. */
  private static final long TOO_MANY = 100_000_000_000_000_000L;

  private static final double DOUBT = 1e-9;
  private static final double[] POWERS = DecimalBytes.powers();
  private static final double[] INVERSES = inverses();

  private LongDecimal() {}

  private static double[] inverses() {
    double[] inverses = new double[POWERS.length];
    for (int i = 0; i < inverses.length; i++) {
      inverses[i] = 1 / POWERS[i];
    }
    return inverses;
  }

  /**
   * Writes the shortest text of the double that a plain decimal means: see {@link
   * DecimalText#copy}.
   *
   * @return the position after it, or {@link DecimalBytes#UNDECIDED}
   */
  static int copy(
      long signed, int scale, byte[] b, int from, int to, boolean floating, byte[] into, int at) {
    long digits = signed < 0 ? -signed : signed;
    boolean sixteen = digits < SEVENTEEN_DIGITS;
    int start = signed < 0 ? from + 1 : from;
    if (scale < 2 || digits >= TOO_MANY || b[start] == '0' && b[start + 1] != '.') {
      return UNDECIDED;
    }
    int tail = b[to - 1] - '0';
    int decimals = scale;
    if (sixteen) {
      digits *= 10;
      decimals++;
      tail *= 10;
    } else {
      tail += 10 * (b[to - 2] - '0');
    }
    double power = POWERS[decimals];
    double high = digits;
    double quotient = high / power;
    double rest = Math.fma(-quotient, power, high) + (digits - (long) high);
    double value = quotient + rest * INVERSES[decimals];
    rest -= (value - quotient) * power;
    double half = DecimalBytes.halfUlp(value) * power;
    if (DecimalBytes.isPowerOfTwo(value) || Math.abs(rest) > half * (1 - DOUBT)) {
      return UNDECIDED;
    }
    int end = at + to - from;
    System.arraycopy(b, from, into, at, to - from);
    if (sixteen) {
      into[end++] = '0';
    }
    end = nearest(tail - rest, half, into, end);
    if (end < 0) {
      return DecimalBytes.write(signed < 0 ? -value : value, floating, into, at);
    }
    if (into[end - 1] != '.') {
      return end;
    }
    into[end] = '0';
    return floating ? end + 1 : end - 1;
  }

  /**
   * Puts the shortest digits in the place of the last two.
   *
   * @param tail the exact double in units of the last digit, but for all digits before these two
   * @param half what it may be off, in the same units
   * @return the position after the last digit, or {@link #UNDECIDED}
   */
  private static int nearest(double tail, double half, byte[] into, int position) {
    int end = position - 2;
    double sure = half * (1 - DOUBT);
    double unsure = half * (1 + DOUBT);
    double off = tail < 50 ? Math.abs(tail) : Math.abs(100 - tail);
    if (off < sure) {
      return tail < 50 ? withoutZeros(into, end) : nextUp(into, end);
    }
    int tens = tenth((int) (tail + 5));
    double above = tail - 10 * tens;
    double off16 = Math.abs(above);
    if (off < unsure || tail < 1 || tail > 98 || off16 > 5 - DOUBT) {
      return UNDECIDED;
    }
    if (off16 < sure) {
      into[end] = (byte) ('0' + tens);
      return tens == 0 || tens == 10 ? UNDECIDED : end + 1;
    }
    int units = (int) (tail + 0.5);
    if (off16 < unsure || Math.abs(tail - units) > 0.5 - DOUBT) {
      return UNDECIDED;
    }
    int ten = tenth(units);
    into[end] = (byte) ('0' + ten);
    into[end + 1] = (byte) ('0' + units - 10 * ten);
    return end + 2;
  }

  /** Divides up to 178 by ten; C1 would have the processor divide, which takes far longer. */
  private static int tenth(int value) {
    return value * 103 >> 10;
  }

  private static int withoutZeros(byte[] into, int position) {
    int end = position;
    while (into[end - 1] == '0') {
      end--;
    }
    return end;
  }

  /** Counts the last digit up; where that is carried past the point, it is left to others. */
  private static int nextUp(byte[] into, int position) {
    int end = position;
    while (into[end - 1] == '9') {
      end--;
    }
    if (into[end - 1] == '.') {
      return UNDECIDED;
    }
    into[end - 1]++;
    return end;
  }
}
