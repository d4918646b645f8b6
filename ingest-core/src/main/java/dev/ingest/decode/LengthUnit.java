package dev.ingest.decode;

import java.nio.charset.StandardCharsets;

/** What the length of a text is counted in: databases differ. */
public enum LengthUnit {
  /** Code points, as {@code varchar} of PostgreSQL counts. */
  CHARACTERS("characters"),
  /** Bytes of UTF-8, as {@code varchar} of Redshift counts. */
  UTF8_BYTES("bytes of UTF-8");

  private final String label;

  LengthUnit(String label) {
    this.label = label;
  }

  /** Returns the length of a text. */
  public int lengthOf(String text) {
    return this == CHARACTERS
        ? text.codePointCount(0, text.length())
        : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns whether a text is no longer than that; most are so short that none is counted. */
  public boolean isWithin(int most, String text) {
    long surely = text.length() * (this == CHARACTERS ? 1L : 3L);
    return surely <= most || lengthOf(text) <= most;
  }

  /** Returns a length in words: {@code 40 characters}. */
  public String count(int length) {
    return length + " " + label;
  }
}
