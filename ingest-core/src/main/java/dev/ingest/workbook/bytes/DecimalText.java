package dev.ingest.workbook.bytes;

/**
 * Numbers from decimal text to the shortest decimal text of the same double. Up to 15 significant
 * digits that is the text itself, without the zeros that do not count: nothing is computed.
 */
public final class DecimalText {

  /** 10^15: integers below it have at most 15 digits. */
  private static final long FIFTEEN_DIGITS = 1_000_000_000_000_000L;

  private DecimalText() {}

  /**
   * Copies a plain decimal, such as {@code -12.50}: digits, and maybe a point and more digits, in
   * the slots of {@link CellSlices}.
   *
   * @param digits all its digits as an integer, with its sign; not those of a negative zero
   * @param scale how many of them stand behind the point
   * @param b its text
   * @param floating whether an integer gets {@code .0}
   * @param into where there are {@link DecimalBytes#ROOM} bytes, which may be used in any case
   * @return the position after it, or {@link DecimalBytes#UNDECIDED} where it has more than 17
   *     significant digits or the last one is in doubt
   */
  public static int copy(
      long digits, int scale, byte[] b, int from, int to, boolean floating, byte[] into, int at) {
    if (digits >= FIFTEEN_DIGITS || digits <= -FIFTEEN_DIGITS) {
      return LongDecimal.copy(digits, scale, b, from, to, floating, into, at);
    }
    int first = digits < 0 ? from + 1 : from;
    int point = scale == 0 ? to : to - scale - 1;
    if (b[first] == '0' && point > first + 1) {
      return withoutLeadingZeros(digits, scale, b, to, floating, into, at);
    }
    int length = to - from;
    System.arraycopy(b, from, into, at, length);
    int end = at + length;
    return scale == 0
        ? floating ? zeroDecimal(into, end) : end
        : withoutTrailingZeros(into, end, floating);
  }

  private static int withoutTrailingZeros(byte[] into, int from, boolean floating) {
    int end = from;
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

  /** Copies what no producer writes, such as {@code 007.50}. */
  private static int withoutLeadingZeros(
      long digits, int scale, byte[] b, int to, boolean floating, byte[] into, int at) {
    int point = scale == 0 ? to : to - scale - 1;
    int first = point - 1;
    for (int p = first; p >= 0 && b[p] >= '0' && b[p] <= '9'; p--) {
      first = b[p] == '0' ? first : p;
    }
    int end = at;
    if (digits < 0) {
      into[end++] = '-';
    }
    System.arraycopy(b, first, into, end, to - first);
    end += to - first;
    return scale == 0
        ? floating ? zeroDecimal(into, end) : end
        : withoutTrailingZeros(into, end, floating);
  }
}
