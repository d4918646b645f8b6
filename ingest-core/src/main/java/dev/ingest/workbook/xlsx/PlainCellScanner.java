package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.bytes.CellSlices;

/**
 * Scans the cells that have the shape that nearly all have: {@code <c r="B7" s="1"
 * t="s"><v>value</v></c>}, with or without style and type; any other is left to {@link CellSlicer}.
 *
 * <p>One loop over local variables that compares one byte after the other: C1, which compiles this
 * in a short run, neither inlines deeply nor keeps fields in registers, and has no other way to
 * compare bytes that is cheaper than a call. Nor is there any call in the loop, which would have
 * all of its variables kept in memory. The digits of the row's number are variables, since a loop
 * over them has an end, an index and a safepoint of its own for each: a tenth less time. Measured:
 * 45 ns a cell of 50 bytes, where to do nothing but look at each byte takes 60.
 */
final class PlainCellScanner {

  private static final byte[] CLASS = ByteClass.OF;

  /** Digits of the greatest row number. */
  private static final int MOST_NUMBER = 7;

  private final CellSlices slices;
  private final boolean[] dates;

  /**
   * Makes a scanner.
   *
   * @param dates of each style, whether it is that of a date; a cell with another is not plain
   */
  PlainCellScanner(CellSlices slices, boolean[] dates) {
    this.slices = slices;
    this.dates = dates;
  }

  /**
   * Reads cells up to one that is not plain, or the end of the row, or where there is no room.
   *
   * @param numberFrom where the row's number stands, which each reference must end with
   * @param numberTo where it ends
   * @return the position after the last one
   */
  int scan(byte[] b, int from, int numberFrom, int numberTo) {
    long[] cells = slices.cells;
    int at = slices.size * CellSlices.WORDS;
    int full = cells.length;
    boolean[] dateStyles = dates;
    byte[] types = CellSlicer.TYPES;
    byte[] classes = CLASS;
    int numberLength = numberTo - numberFrom;
    if (numberLength > MOST_NUMBER) {
      return from;
    }
    int digit0 = b[numberFrom];
    int digit1 = b[numberFrom + 1];
    int digit2 = b[numberFrom + 2];
    int digit3 = b[numberFrom + 3];
    int digit4 = b[numberFrom + 4];
    int digit5 = b[numberFrom + 5];
    int digit6 = b[numberFrom + 6];
    int last = slices.lastColumn();
    int p = from;
    while (b[p] == '<'
        && b[p + 1] == 'c'
        && b[p + 2] == ' '
        && b[p + 3] == 'r'
        && b[p + 4] == '='
        && b[p + 5] == '"'
        && at < full) {
      int q = p + 6;
      int column = 0;
      int c = b[q];
      while (c >= 'A' && c <= 'Z') {
        column = column * 26 + c - '@';
        c = b[++q];
      }
      if (column <= last || column > CellAddress.MAX_COLUMN || q - p > 6 + 3) {
        break;
      }
      if (b[q] != digit0
          || numberLength > 1 && b[q + 1] != digit1
          || numberLength > 2 && b[q + 2] != digit2
          || numberLength > 3 && b[q + 3] != digit3
          || numberLength > 4 && b[q + 4] != digit4
          || numberLength > 5 && b[q + 5] != digit5
          || numberLength > 6 && b[q + 6] != digit6
          || b[q + numberLength] != '"') {
        break;
      }
      q += numberLength;
      c = b[++q];
      int kind = CellSlices.NUMBER;
      if (c == ' ' && b[q + 1] == 's' && b[q + 2] == '=' && b[q + 3] == '"') {
        q += 4;
        int style = 0;
        int styleFrom = q;
        c = b[q];
        while (c >= '0' && c <= '9') {
          style = style * 10 + c - '0';
          c = b[++q];
        }
        if (c != '"' || q == styleFrom || q - styleFrom >= 8 || style >= dateStyles.length) {
          break;
        }
        kind = dateStyles[style] ? CellSlices.DATE : CellSlices.NUMBER;
        c = b[++q];
      }
      if (c == ' ' && b[q + 1] == 't' && b[q + 2] == '=' && b[q + 3] == '"') {
        int type = types[b[q + 4] & 0xff];
        if (b[q + 5] != '"' || type == CellSlices.NONE) {
          break;
        }
        kind = type == CellSlices.NUMBER ? kind : type;
        q += 6;
        c = b[q];
      }
      if (c != '>' || b[q + 1] != '<' || b[q + 2] != 'v' || b[q + 3] != '>') {
        break;
      }
      q += 4;
      int start = q;
      c = b[q];
      boolean negative = c == '-';
      if (negative) {
        c = b[++q];
      }
      int first = q;
      long digits = 0;
      while (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        c = b[++q];
      }
      int scale = 0;
      int length = q - first; // that of the integer part, which may not be absent
      if (c == '.' && length > 0) {
        c = b[++q];
        while (c >= '0' && c <= '9') {
          digits = digits * 10 + (c - '0');
          c = b[++q];
        }
        scale = q - first - length - 1;
        length = scale == 0 ? 0 : length + scale;
      }
      if (length > CellSlices.MOST_DIGITS) { // some may be zeros before the first that counts
        for (int zero = first; b[zero] == '0' || b[zero] == '.'; zero++) {
          length -= b[zero] == '0' ? 1 : 0;
        }
      }
      if (length == 0 || length > CellSlices.MOST_DIGITS || scale > CellSlices.MOST_SCALE) {
        scale = CellSlices.NO_DECIMAL;
      } else if (negative) {
        digits = -digits;
        scale = digits == 0 ? CellSlices.NO_DECIMAL : scale; // an integer has no negative zero
      }
      if (c != '<') {
        scale = CellSlices.NO_DECIMAL;
        int special = 0;
        int k = classes[c & 0xff];
        while (k != ByteClass.TAG) {
          special |= k;
          k = classes[b[++q] & 0xff];
        }
        if (special != 0 || b[start] <= ' ') {
          break;
        }
      }
      if (q == start
          || b[q + 1] != '/'
          || b[q + 2] != 'v'
          || b[q + 3] != '>'
          || b[q + 4] != '<'
          || b[q + 5] != '/'
          || b[q + 6] != 'c'
          || b[q + 7] != '>') {
        break;
      }
      cells[at] = (long) q << 32 | start;
      cells[at + 1] = digits;
      cells[at + 2] = (long) column << 32 | (scale & 0xff) << 16 | kind;
      at += CellSlices.WORDS;
      last = column;
      p = q + 8;
    }
    slices.size = at / CellSlices.WORDS;
    return p;
  }
}
