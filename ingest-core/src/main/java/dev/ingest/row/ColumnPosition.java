package dev.ingest.row;

import dev.ingest.workbook.CellAddress;

/** A column of a sheet as people write it: {@code C}, or {@code 3}. */
final class ColumnPosition {

  private static final int LETTERS = 26;
  private static final int DIGITS = 10;

  private ColumnPosition() {}

  /** Returns the column, counted from 1, or 0 where the text is none of a sheet. */
  static int parse(String text) {
    boolean number = !text.isEmpty() && text.charAt(0) <= '9';
    long column = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = number ? text.charAt(i) - '0' : letter(text.charAt(i));
      boolean sound = digit >= (number ? 0 : 1) && digit <= (number ? DIGITS - 1 : LETTERS);
      column = column * (number ? DIGITS : LETTERS) + digit;
      if (!sound || column > CellAddress.MAX_COLUMN) {
        return 0;
      }
    }
    return (int) column;
  }

  private static int letter(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : c - 'A' + 1;
  }
}
