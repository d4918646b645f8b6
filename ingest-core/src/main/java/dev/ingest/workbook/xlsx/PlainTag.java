package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;

/**
 * The beginning of a cell in the shape that nearly all have: {@code <c r="B7" s="1" t="s"><v>}, the
 * style and the type may be absent. One loop over local variables, since C1 neither inlines deeply
 * nor keeps fields in registers.
 */
final class PlainTag {

  int column;
  int style;
  byte type;

  /** Where the row's number stands, and how many digits it has. */
  int digitsFrom;

  int digits;

  /**
   * Reads the tags of a cell up to its value.
   *
   * @param number the row's
   * @return the position of the value, or {@link RowScanner#GIVE_UP} where it has another shape
   */
  int read(byte[] b, int from, int number) {
    int q = from;
    if (b[q] != '<'
        || b[q + 1] != 'c'
        || b[q + 2] != ' '
        || b[q + 3] != 'r'
        || b[q + 4] != '='
        || b[q + 5] != '"') {
      return RowScanner.GIVE_UP;
    }
    q += 6;
    int letters = q;
    int letter = 0;
    int c = b[q];
    while (c >= 'A' && c <= 'Z') {
      letter = letter * 26 + c - '@';
      c = b[++q];
    }
    int firstDigit = q;
    int value = 0;
    while (c >= '0' && c <= '9') {
      value = value * 10 + c - '0';
      c = b[++q];
    }
    int count = q - firstDigit;
    boolean fits =
        c == '"'
            && firstDigit - letters <= 3
            && letter <= CellAddress.MAX_COLUMN
            && value == number
            && count <= 8;
    if (!fits) {
      return RowScanner.GIVE_UP;
    }
    column = letter;
    digitsFrom = firstDigit;
    digits = count;
    return styleAndType(b, q + 1);
  }

  private int styleAndType(byte[] b, int from) {
    int q = from;
    style = -1;
    int c = b[q];
    if (c == ' ' && b[q + 1] == 's' && b[q + 2] == '=' && b[q + 3] == '"') {
      q += 4;
      int value = 0;
      int first = q;
      c = b[q];
      while (c >= '0' && c <= '9') {
        value = value * 10 + c - '0';
        c = b[++q];
      }
      if (c != '"' || q == first || q - first >= 8) {
        return RowScanner.GIVE_UP;
      }
      style = value;
      c = b[++q];
    }
    type = RowSlices.NUMBER;
    if (c == ' ' && b[q + 1] == 't' && b[q + 2] == '=' && b[q + 3] == '"') {
      type = b[q + 5] == '"' ? CellSlicer.TYPES[b[q + 4] & 0xff] : RowSlices.NONE;
      if (type == RowSlices.NONE) {
        return RowScanner.GIVE_UP;
      }
      q += 6;
      c = b[q];
    }
    boolean value = c == '>' && b[q + 1] == '<' && b[q + 2] == 'v' && b[q + 3] == '>';
    return value ? q + 4 : RowScanner.GIVE_UP;
  }
}
