package dev.ingest.workbook.bytes;

import java.util.Arrays;

/**
 * Texts as fields of CSV, by their bytes: what stands as it is, what is quoted, what is left to
 * whoever looks at characters. Its rule is that of {@code CsvFormat}.
 */
public final class CsvField {

  /** Text that is empty or may have white space at its ends, which is trimmed before it is text. */
  public static final int LEFT = 0;

  /** Text that is its own field. */
  public static final int PLAIN = 1;

  /** Text that is quoted in its field, so that no plain field starts with a quote. */
  public static final int QUOTED = 2;

  private static final boolean[] NEEDS_QUOTES = needsQuotes();

  private CsvField() {}

  private static boolean[] needsQuotes() {
    boolean[] needs = new boolean[256];
    needs['"'] = true;
    needs[','] = true;
    needs['\n'] = true;
    needs['\r'] = true;
    return needs;
  }

  /**
   * Returns whether a field with this byte, or character of ASCII, is quoted wherever it stands.
   */
  public static boolean needsQuotes(int c) {
    return NEEDS_QUOTES[c & 0xff];
  }

  /** Returns what UTF-8 text is: {@link #LEFT}, {@link #PLAIN} or {@link #QUOTED}. */
  public static int kind(byte[] b, int from, int to) {
    if (!Utf8.isTrimmed(b, from, to)) {
      return LEFT;
    }
    boolean quoted = b[from] == '\\';
    for (int i = from; i < to && !quoted; i++) {
      quoted = NEEDS_QUOTES[b[i] & 0xff];
    }
    return quoted ? QUOTED : PLAIN;
  }

  /** Returns how much room {@link #quote} needs for so many bytes. */
  public static int room(int length) {
    return Math.addExact(Math.multiplyExact(2, length), 2);
  }

  /**
   * Writes text between quotes, its own quotes doubled.
   *
   * @return the position after it
   */
  public static int quote(byte[] b, int from, int to, byte[] into, int position) {
    int at = position;
    into[at++] = '"';
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == '"') {
        into[at++] = '"';
      }
      into[at++] = c;
    }
    into[at++] = '"';
    return at;
  }

  /** Returns the field of a text that is trimmed and not empty. */
  public static byte[] of(byte[] text) {
    if (kind(text, 0, text.length) == PLAIN) {
      return text;
    }
    byte[] field = new byte[room(text.length)];
    return Arrays.copyOf(field, quote(text, 0, text.length, field, 0));
  }
}
