package dev.ingest.decode;

/** Text as cells hold it. */
public final class Texts {

  private static final char NO_BREAK_SPACE = '\u00a0';

  private Texts() {}

  /** Returns the text without white space at its ends; no-break spaces count as white space. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == NO_BREAK_SPACE || Character.isWhitespace(c);
  }
}
