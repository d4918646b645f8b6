package dev.ingest.workbook.bytes;

/**
 * Numbers from decimal text to the shortest decimal text of the same double. Up to 15 significant
 * digits that is the text itself, without the zeros that do not count: nothing is computed.
 */
public final class DecimalText {

  private static final int UNDECIDED = DecimalBytes.UNDECIDED;
  private static final int DIGITS = 15;
  private static final int LONGEST = 24;

  private DecimalText() {}

  /**
   * Copies a number that is written plainly and has up to 17 significant digits.
   *
   * @param floating whether an integer gets {@code .0} and a negative zero its sign
   * @param into where there are {@link DecimalBytes#ROOM} bytes, which may be used in any case
   * @return the position after it, or {@link DecimalBytes#UNDECIDED} for any other text and where
   *     the last digit is in doubt
   */
  public static int copy(byte[] b, int from, int to, boolean floating, byte[] into, int at) {
    int length = to - from;
    if (length > LONGEST) {
      return UNDECIDED;
    }
    if (length >= LongDecimal.SHORTEST) {
      int end = LongDecimal.copy(b, from, to, floating, into, at);
      if (end >= 0) {
        return end;
      }
    }
    return copyPlain(b, from, to, floating, into, at);
  }

  /** Copies up to 15 digits of which the first is no zero; any other number is read once more. */
  private static int copyPlain(byte[] b, int from, int to, boolean floating, byte[] into, int at) {
    int start = from < to && b[from] == '-' ? from + 1 : from;
    int p = start;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    int point = p;
    if (p < to && b[p] == '.') {
      p++;
      while (p < to && b[p] >= '0' && b[p] <= '9') {
        p++;
      }
    }
    if (p < to) {
      return UNDECIDED;
    }
    int digits = point == to ? to - start : to - start - 1;
    if (point == start || point == to - 1 || b[start] == '0' || digits > DIGITS) {
      return copyOdd(b, from, to, point, floating, into, at);
    }
    System.arraycopy(b, from, into, at, to - from);
    int end = at + to - from;
    if (point == to) {
      return floating ? zeroDecimal(into, end) : end;
    }
    while (into[end - 1] == '0') {
      end--;
    }
    return into[end - 1] != '.' ? end : floating ? end + 1 : end - 1; // a zero is behind the point
  }

  private static int zeroDecimal(byte[] into, int at) {
    into[at] = '.';
    into[at + 1] = '0';
    return at + 2;
  }

  /** Copies digits with zeros before them, without any before the point, or none behind it. */
  private static int copyOdd(
      byte[] b, int from, int to, int point, boolean floating, byte[] into, int at) {
    boolean negative = from < to && b[from] == '-';
    int first = negative ? from + 1 : from;
    if (to - first < 1 || to - first == 1 && point == first && point < to) {
      return UNDECIDED; // not a digit
    }
    while (first < point && b[first] == '0') {
      first++;
    }
    int end = to;
    while (end > point && b[end - 1] == '0') {
      end--;
    }
    if (end <= point + 1) {
      end = point;
    }
    if (significant(b, first, point, end) > DIGITS) {
      return UNDECIDED;
    }
    boolean zero = first == point && end == point;
    int q = at;
    if (negative && (floating || !zero)) {
      into[q++] = '-';
    }
    if (first == point) {
      into[q++] = '0';
    }
    for (int i = first; i < end; i++) {
      into[q++] = b[i];
    }
    return floating && end == point ? zeroDecimal(into, q) : q;
  }

  /** Counts the digits that matter, at most; leading zeros of a fraction do not. */
  private static int significant(byte[] b, int first, int point, int end) {
    if (first < point) {
      return end > point ? end - first - 1 : point - first;
    }
    int p = point + 1;
    while (p < end && b[p] == '0') {
      p++;
    }
    return end - p;
  }
}
