package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.part.XmlReader;

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

  private final RowSlices row;
  private final CellSlicer cell;

  /**
   * Makes a scanner.
   *
   * @param styles how many styles there are; a cell with another gives up
   */
  RowScanner(RowSlices row, int styles) {
    this.row = row;
    this.cell = new CellSlicer(row, styles);
  }

  /**
   * Scans one row.
   *
   * @return the position after it, or {@link #NO_ROW} or {@link #GIVE_UP}
   */
  int scan(byte[] b, int from) {
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
    int previous = row.number;
    row.begin();
    row.number = 0;
    p = rowAttributes(b, p + 4);
    if (p < 0) {
      return GIVE_UP;
    }
    if (row.number == 0) {
      row.number = previous + 1;
    }
    if (row.number <= previous || row.number > CellAddress.MAX_ROW) {
      return GIVE_UP;
    }
    return b[p - 2] == '/' ? p : cells(b, p);
  }

  private int cells(byte[] b, int from) {
    int p = from;
    while (true) {
      if (b[p] != '<') {
        p = Markup.skipSpace(b, p);
      }
      if (b[p] != '<') {
        return GIVE_UP;
      }
      if (b[p + 1] == 'c') {
        p = cell.scan(b, p + 2);
        if (p < 0) {
          return GIVE_UP;
        }
      } else if (isEnd(b, p, 'r', 'o', 'w')) {
        return p + 6;
      } else {
        return GIVE_UP;
      }
    }
  }

  private static boolean isEnd(byte[] b, int p, char x, char y, char z) {
    return b[p + 1] == '/' && b[p + 2] == x && b[p + 3] == y && b[p + 4] == z && b[p + 5] == '>';
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
    if (p == from || value == 0 || row.number != 0 || b[p] != '"') {
      return GIVE_UP;
    }
    row.number = value;
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
    row.hidden = b[p + 1] == '1' && b[p + 2] == '"' || b[p + 1] == 't' && b[p + 2] == 'r';
    return Markup.endOfValue(b, p + 1);
  }
}
