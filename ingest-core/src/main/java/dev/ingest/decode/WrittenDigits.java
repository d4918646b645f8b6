package dev.ingest.decode;

import dev.ingest.naming.Spaces;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import org.jspecify.annotations.Nullable;

/** The digits of a locale, their groups and their point. */
final class WrittenDigits {

  /** Longer texts are no numbers that anybody meant, and take long to read. */
  private static final int LONGEST = 400;

  private static final int GROUP = 3;

  /** Two no-break spaces that the JDK's locale data use. */
  private static final char NARROW_SPACE = '\u202f';

  private static final char FIGURE_SPACE = '\u2007';

  private final char point;
  private final char group;
  private final char zero;

  private WrittenDigits(char point, char group, char zero) {
    this.point = point;
    this.group = group;
    this.zero = zero;
  }

  /** Takes the symbols of numbers, or those of amounts of money, which may be others. */
  static WrittenDigits of(DecimalFormatSymbols symbols, boolean monetary) {
    return new WrittenDigits(
        monetary ? symbols.getMonetaryDecimalSeparator() : symbols.getDecimalSeparator(),
        plainSpace(
            monetary ? symbols.getMonetaryGroupingSeparator() : symbols.getGroupingSeparator()),
        symbols.getZeroDigit());
  }

  /** Returns the text with plain spaces for all others, of which there are many. */
  static String withPlainSpaces(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      plain.setCharAt(i, plainSpace(plain.charAt(i)));
    }
    return plain.toString();
  }

  private static char plainSpace(char c) {
    return Spaces.isSpace(c) || c == NARROW_SPACE || c == FIGURE_SPACE ? ' ' : c;
  }

  /** Returns what the digits say, or null where they are not written so. */
  @Nullable BigDecimal read(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int end = text.indexOf(point) < 0 ? text.length() : text.indexOf(point);
    boolean sound =
        text.length() <= LONGEST
            && whole(text.substring(0, end), plain)
            && (end == text.length() || fraction(text.substring(end + 1), plain.append('.')));
    return sound ? new BigDecimal(plain.toString()) : null;
  }

  private boolean whole(String text, StringBuilder into) {
    int inGroup = 0;
    boolean grouped = false;
    for (int i = 0; i < text.length(); i++) {
      if (isGroup(text.charAt(i))) {
        if (inGroup == 0 || inGroup > GROUP || grouped && inGroup < GROUP) {
          return false;
        }
        grouped = true;
        inGroup = 0;
      } else if (digit(text.charAt(i), into)) {
        inGroup++;
      } else {
        return false;
      }
    }
    return grouped ? inGroup == GROUP : inGroup > 0;
  }

  private boolean fraction(String text, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      if (!digit(text.charAt(i), into)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private boolean digit(char c, StringBuilder into) {
    int value = c >= '0' && c <= '9' ? c - '0' : c - zero;
    if (value >= 0 && value <= 9) {
      into.append((char) ('0' + value));
    }
    return value >= 0 && value <= 9;
  }

  private boolean isGroup(char c) {
    return c == group || isApostrophe(c) && isApostrophe(group);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** Returns digits that are written so: {@code 1.234,5}. */
  String example() {
    return "1" + group + "234" + point + "5";
  }
}
