package dev.ingest.workbook;

import dev.ingest.workbook.part.NumberFormats;

/** What a number format shows a number as. */
public enum FormatClass {
  /** A number, plain or dressed: money, percent, a fraction; also where no format is declared. */
  NUMBER("number"),
  /** A date, with a time of day or without. */
  DATE("date"),
  /** A time of day. */
  TIME("time"),
  /** A length of time: hours, minutes or seconds that go on past a day. */
  DURATION("duration"),
  /** Text: what is typed is kept as it is typed. */
  TEXT("text");

  private final String label;

  FormatClass(String label) {
    this.label = label;
  }

  /** Returns the word for people. */
  public String label() {
    return label;
  }

  /** Returns whether numbers of this class are read as {@link CellKind#DATE}. */
  public boolean isDate() {
    return this == DATE || this == TIME || this == DURATION;
  }

  /**
   * Returns the class of a format code; its first section, which is for positive numbers, counts.
   */
  public static FormatClass of(String code) {
    String letters = NumberFormats.placeholders(code);
    if (letters.isEmpty()) {
      return code.strip().equals("@") ? TEXT : NUMBER;
    }
    if (letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0) {
      return DATE;
    }
    if (letters.indexOf('[') >= 0) {
      return DURATION;
    }
    boolean clock = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
    return clock ? TIME : DATE; // an m alone is a month
  }
}
