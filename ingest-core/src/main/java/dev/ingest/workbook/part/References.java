package dev.ingest.workbook.part;

/** Character and entity references in text: XML 1.0, 4.1. */
public final class References {

  private static final int LONGEST = 10;

  private References() {}

  /** Returns the text with all references replaced. */
  public static String replace(Place place, String text) {
    StringBuilder all = new StringBuilder(text.length());
    int from = 0;
    int at = text.indexOf('&');
    while (at >= 0) {
      int end = text.indexOf(';', at);
      if (end < 0 || end - at > LONGEST + 1) {
        String found = Names.shown(text.substring(at + 1, Math.min(text.length(), at + LONGEST)));
        throw Damage.at(place.where(), "expected a reference, found &" + found);
      }
      all.append(text, from, at).appendCodePoint(codePoint(place, text.substring(at + 1, end)));
      from = end + 1;
      at = text.indexOf('&', from);
    }
    return all.append(text, from, text.length()).toString();
  }

  /** Returns what the name between {@code &} and {@code ;} stands for. */
  public static int codePoint(Place place, String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> number(place, name);
    };
  }

  private static int number(Place place, String name) {
    boolean hex = name.startsWith("#x");
    String digits = name.substring(hex ? 2 : Math.min(1, name.length()));
    int value = 0;
    boolean valid = name.startsWith("#") && !digits.isEmpty();
    for (int i = 0; valid && i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), hex ? 16 : 10) : -1;
      value = value * (hex ? 16 : 10) + digit;
      valid = digit >= 0 && value <= Character.MAX_CODE_POINT;
    }
    if (!valid || !isXmlChar(value)) {
      throw Damage.at(
          place.where(), "expected a known reference, found &" + Names.shown(name) + ";");
    }
    return value;
  }

  private static boolean isXmlChar(int c) {
    return c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
