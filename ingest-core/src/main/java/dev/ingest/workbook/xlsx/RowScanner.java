package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.bytes.CellSlices;
import dev.ingest.workbook.part.XmlReader;
import java.util.Arrays;

/**
 * Scans rows straight from the bytes of a sheet: one grammar, no events, no objects. It takes what
 * every producer writes day by day (no prefix, no comments, double quotes, ascending references)
 * and gives up on anything else, well-formed or not; the caller then reads the sheet again with
 * {@link XmlReader}, which knows all of XML and words the errors. So this class may be strict, and
 * what it accepts it must read exactly as the other does.
 *
 * <p>Loops look for a byte and find the sentinel at the end of the data; none checks the end.
 */
final class RowScanner {

  /** Returned where the grammar of the fast path ends. */
  static final int GIVE_UP = -1;

  /** The other end: {@code </sheetData>} is next. */
  static final int NO_ROW = -2;

  private static final int LONGEST_TAIL = 200;

  private final CellSlices slices;
  private final CellSlicer cell;
  private final PlainCellScanner plain;

  /** Where the row's number stands; where it has none, both are 0. */
  private int digitsFrom;

  private int digitsTo;
  private byte[] tail = new byte[0];
  private boolean tailHidden;

  /**
   * Makes a scanner.
   *
   * @param dates of each style, whether it is that of a date; a cell with another style gives up
   * @param longestText bytes of a text past which it gives up: the limit is one of characters
   */
  RowScanner(CellSlices slices, boolean[] dates, int longestText) {
    this.slices = slices;
    this.plain = new PlainCellScanner(slices, dates);
    this.cell = new CellSlicer(slices, dates, longestText);
  }

  /**
   * Scans one row. What follows its number is mostly what followed the last one's: then it means
   * the same, and is compared rather than read.
   *
   * @return the position after it, or {@link #NO_ROW} or {@link #GIVE_UP}
   */
  int scan(byte[] b, int from) {
    CellSlices row = slices;
    int previous = row.number;
    row.beginRow();
    if (b[from] == '<'
        && b[from + 1] == 'r'
        && b[from + 2] == 'o'
        && b[from + 3] == 'w'
        && b[from + 4] == ' '
        && b[from + 5] == 'r'
        && b[from + 6] == '='
        && b[from + 7] == '"') {
      int p = from + 8;
      int number = 0;
      int c = b[p];
      while (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
        c = b[++p];
      }
      int start = p + 1;
      int end = start + tail.length;
      if (c == '"'
          && start <= from + 16
          && number > previous
          && number <= CellAddress.MAX_ROW
          && end > start
          && end <= b.length
          && Arrays.equals(b, start, end, tail, 0, tail.length)) {
        row.number = number;
        row.hidden = tailHidden;
        digitsFrom = from + 8;
        digitsTo = p;
        return cells(b, end);
      }
    }
    return anyRow(b, from, previous);
  }

  private int anyRow(byte[] b, int from, int previous) {
    int p = Markup.skipSpace(b, from);
    if (b[p] != '<') {
      return GIVE_UP;
    }
    if (b[p + 1] == '/') {
      return NO_ROW;
    }
    if (b[p + 1] != 'r' || b[p + 2] != 'o' || b[p + 3] != 'w') {
      return GIVE_UP;
    }
    CellSlices row = slices;
    row.number = 0;
    digitsFrom = 0;
    digitsTo = 0;
    int numberFirst = p + "<row r=\"".length();
    p = rowAttributes(b, p + 4);
    if (p < 0) {
      return GIVE_UP;
    }
    boolean empty = b[p - 2] == '/';
    if (row.number == 0) {
      row.isUnnumbered(previous + 1);
    } else if (!empty && digitsFrom == numberFirst) {
      learnTail(b, digitsTo + 1, p);
    }
    if (row.number <= previous || row.number > CellAddress.MAX_ROW) {
      return GIVE_UP;
    }
    return empty ? p : cells(b, p);
  }

  private void learnTail(byte[] b, int from, int to) {
    if (to - from <= LONGEST_TAIL) {
      tail = Arrays.copyOfRange(b, from, to);
      tailHidden = slices.hidden;
    }
  }

  /** Reads the cells up to {@code </row>}. */
  private int cells(byte[] b, int from) {
    int p = from;
    while (p > 0) {
      p = plain.scan(b, p, digitsFrom, digitsTo);
      if (b[p] != '<') {
        p = Markup.skipSpace(b, p);
      }
      if (b[p] == '<' && b[p + 1] == 'c') {
        p = cell.scan(b, p + 2);
      } else if (b[p] == '<'
          && b[p + 1] == '/'
          && b[p + 2] == 'r'
          && b[p + 3] == 'o'
          && b[p + 4] == 'w'
          && b[p + 5] == '>') {
        return p + 6;
      } else {
        return GIVE_UP;
      }
    }
    return p;
  }

  /** Reads the attributes of a row and returns the position after its tag. */
  private int rowAttributes(byte[] b, int from) {
    int p = from;
    while (true) {
      byte c = b[p];
      if (c == '>') {
        return p + 1;
      }
      if (c == '/') {
        return b[p + 1] == '>' ? p + 2 : GIVE_UP;
      }
      if (!Markup.isSpace(c)) {
        return GIVE_UP;
      }
      p = Markup.skipSpace(b, p);
      if (b[p] == 'r' && b[p + 1] == '=' && b[p + 2] == '"') {
        p = rowNumber(b, p + 3);
      } else if (b[p] == 'h' && isHidden(b, p)) {
        p = hidden(b, p + 7);
      } else if (b[p] != '>' && b[p] != '/') {
        p = Markup.otherAttribute(b, p);
      }
      if (p < 0) {
        return GIVE_UP;
      }
    }
  }

  private int rowNumber(byte[] b, int from) {
    int p = from;
    int value = 0;
    while (b[p] >= '0' && b[p] <= '9' && p - from < 8) {
      value = value * 10 + b[p++] - '0';
    }
    if (p == from || value == 0 || slices.number != 0 || b[p] != '"') {
      return GIVE_UP;
    }
    slices.number = value;
    digitsFrom = from;
    digitsTo = p;
    return p + 1;
  }

  private static boolean isHidden(byte[] b, int p) {
    return b[p + 1] == 'i'
        && b[p + 2] == 'd'
        && b[p + 3] == 'd'
        && b[p + 4] == 'e'
        && b[p + 5] == 'n'
        && b[p + 6] == '=';
  }

  private int hidden(byte[] b, int p) {
    if (b[p] != '"') {
      return GIVE_UP;
    }
    slices.hidden = b[p + 1] == '1' && b[p + 2] == '"' || b[p + 1] == 't' && b[p + 2] == 'r';
    return Markup.endOfValue(b, p + 1);
  }
}
