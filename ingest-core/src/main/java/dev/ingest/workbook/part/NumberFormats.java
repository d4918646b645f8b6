package dev.ingest.workbook.part;

/**
 * Tells whether a number format shows a date or a time: ECMA-376 Part 1, 18.8.30 and 18.8.31. One
 * pass over the code, no backtracking.
 */
public final class NumberFormats {

  private NumberFormats() {}

  /** Returns whether a built-in format id is one for dates or times, in any locale. */
  public static boolean isBuiltInDate(int id) {
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58;
  }

  /** Returns whether the first section of a custom format code has a date or time placeholder. */
  public static boolean isDate(String code) {
    return !placeholders(code, true).isEmpty();
  }

  /**
   * Returns the date and time placeholders of a format code's first section, in small letters and
   * in their order; {@code [} stands for hours, minutes or seconds that go on past a day.
   */
  public static String placeholders(String code) {
    return placeholders(code, false);
  }

  private static String placeholders(String code, boolean firstOnly) {
    StringBuilder found = new StringBuilder();
    int i = 0;
    while (i < code.length() && !(firstOnly && found.length() > 0)) {
      char c = code.charAt(i);
      if (c == ';') {
        break;
      }
      if (c == '"') {
        i = after(code, '"', i + 1);
      } else if (c == '[') {
        int end = after(code, ']', i + 1);
        if (isElapsed(code, i + 1, end - 1)) {
          found.append('[');
        }
        i = end;
      } else if (c == '\\' || c == '_' || c == '*') {
        i += 2;
      } else if (code.regionMatches(true, i, "General", 0, 7)) {
        i += 7;
      } else if ("ymdhsYMDHS".indexOf(c) >= 0) {
        found.append(Character.toLowerCase(c));
        i++;
      } else {
        i++;
      }
    }
    return found.toString();
  }

  private static int after(String code, char c, int from) {
    int at = code.indexOf(c, from);
    return at < 0 ? code.length() : at + 1;
  }

  /** Elapsed hours, minutes or seconds: one letter, repeated, in brackets. */
  private static boolean isElapsed(String code, int from, int to) {
    if (from >= to || "hmsHMS".indexOf(code.charAt(from)) < 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Character.toLowerCase(code.charAt(i)) != Character.toLowerCase(code.charAt(from))) {
        return false;
      }
    }
    return true;
  }
}
