package dev.ingest.decode;

import dev.ingest.naming.Spaces;

/** Text as cells hold it. */
public final class Texts {

  private Texts() {}

  /** Returns the text without white space at its ends; no-break spaces count as white space. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Spaces.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Spaces.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
