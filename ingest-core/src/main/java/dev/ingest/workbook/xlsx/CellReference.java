package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;

/** Reads references in A1 style without making strings. */
final class CellReference {

  private CellReference() {}

  /** Returns the column of a reference such as {@code C4}, or -1 if its letters are none. */
  static int column(String reference) {
    int column = 0;
    int i = 0;
    while (i < reference.length() && isLetter(reference.charAt(i)) && i < 4) {
      column = column * 26 + (reference.charAt(i) | 0x20) - 'a' + 1;
      i++;
    }
    return i == 0 || column > CellAddress.MAX_COLUMN ? -1 : column;
  }

  /** Returns the row of a reference such as {@code C4}, or -1 if its digits are none. */
  static long row(String reference) {
    int i = 0;
    while (i < reference.length() && isLetter(reference.charAt(i))) {
      i++;
    }
    return digits(reference, i);
  }

  /** Returns the number that the rest of a text spells, or -1. */
  static long digits(String text, int from) {
    if (from >= text.length() || text.length() - from > 10) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
