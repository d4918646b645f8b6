package dev.ingest.workbook.xlsx;

/** Numbers as XML Schema writes them (xsd:double) and nothing that only Java takes for one. */
final class CellNumber {

  private CellNumber() {}

  /** Returns the nearest double, or NaN where the text is not a finite decimal number. */
  static double parse(String text) {
    if (!isDecimal(text)) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** Sign, digits with at most one point, exponent: {@code -1.5E+3}, {@code .5}, {@code 5.}. */
  private static boolean isDecimal(String text) {
    int i = sign(text, 0);
    int digits = run(text, i);
    int end = i + digits;
    if (end < text.length() && text.charAt(end) == '.') {
      int decimals = run(text, end + 1);
      digits += decimals;
      end += 1 + decimals;
    }
    if (digits == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = sign(text, end + 1);
      int length = run(text, exponent);
      return length > 0 && exponent + length == text.length();
    }
    return end == text.length();
  }

  private static int sign(String text, int at) {
    boolean signed = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return signed ? at + 1 : at;
  }

  /** Returns how many digits start here. */
  private static int run(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
