package dev.ingest.workbook.xlsx;

/** The escapes of ST_Xstring, ECMA-376 Part 1, 22.9.2.19: {@code _x000D_} is one character. */
final class Escapes {

  private static final int LENGTH = 7;

  private Escapes() {}

  /** Returns whether there may be an escape in these bytes. */
  static boolean mayBeIn(byte[] b, int from, int to) {
    for (int i = from; i < to - 1; i++) {
      if (b[i] == '_' && b[i + 1] == 'x') {
        return true;
      }
    }
    return false;
  }

  /** Returns the text with escapes decoded; most texts have none and are returned as they are. */
  static String decode(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int value = value(text, at);
      if (value < 0) {
        at = text.indexOf("_x", at + 1);
      } else {
        decoded.append(text, from, at).append((char) value);
        from = at + LENGTH;
        at = text.indexOf("_x", from);
      }
    }
    return decoded.append(text, from, text.length()).toString();
  }

  /** Returns the code unit of an escape, or -1 where the text only looks like one. */
  private static int value(String text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
      return -1;
    }
    int value = 0;
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
