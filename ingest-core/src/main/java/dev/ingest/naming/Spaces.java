package dev.ingest.naming;

/** What counts as white space around a value: all that Unicode calls so, and no-break spaces. */
public final class Spaces {

  private static final char NO_BREAK_SPACE = '\u00a0';

  private Spaces() {}

  /** Returns whether the character is white space. */
  public static boolean isSpace(char c) {
    return (c <= ' ' || c >= 0x7f) && (c == NO_BREAK_SPACE || Character.isWhitespace(c));
  }

  /** Returns whether the text is empty or white space only. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
