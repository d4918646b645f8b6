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

  /** Within this class: the row ended, at {@code rowEnd}. */
  private static final int ROW_ENDED = -3;

  private static final byte[] CLASS = ByteClass.OF;

  private static final int LONGEST_TAIL = 200;

  private final CellSlices slices;
  private final CellSlicer cell;
  private final boolean[] dates;

  /** Where the row's number stands; where it has none, both are 0. */
  private int digitsFrom;

  private int digitsTo;
  private int rowEnd;
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
    this.dates = dates;
    this.cell = new CellSlicer(slices, dates, longestText);
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
    CellSlices row = slices;
    int previous = row.number;
    row.beginRow();
    row.number = 0;
    digitsFrom = 0;
    digitsTo = 0;
    p = rowTag(b, p + 4);
    if (p < 0) {
      return GIVE_UP;
    }
    if (row.number == 0) {
      row.isUnnumbered(previous + 1);
    }
    if (row.number <= previous || row.number > CellAddress.MAX_ROW) {
      return GIVE_UP;
    }
    return b[p - 2] == '/' ? p : cells(b, p);
  }

  /** Reads the cells up to {@code </row>}. */
  private int cells(byte[] b, int from) {
    int p = from;
    while (true) {
      slices.makeRoom();
      p = plainCells(b, p);
      p = otherThanPlain(b, p);
      if (p < 0) {
        return p == ROW_ENDED ? rowEnd : GIVE_UP;
      }
    }
  }

  /**
   * Reads cells up to one that is not plain, or the end of the row. The shape that nearly all cells
   * have, {@code <c r="B7" s="1" t="s"><v>value</v></c>} with or without style and type, is read
   * here, in one loop over local variables and by comparing one byte after the other: C1, which
   * compiles this in a short run, neither inlines deeply nor keeps fields in registers. Nor is
   * there any call in it, which would have all of them kept in memory. Measured: 60 ns a cell of 50
   * bytes, where a byte that is only looked at takes 1.
   */
  private int plainCells(byte[] b, int from) {
    long[] cells = slices.cells;
    int at = slices.size * CellSlices.WORDS;
    int full = cells.length;
    boolean[] dateStyles = dates;
    byte[] types = CellSlicer.TYPES;
    byte[] classes = CLASS;
    int numberFrom = digitsFrom;
    int numberLength = digitsTo - digitsFrom;
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
      int digit = numberFrom;
      int numberEnd = q + numberLength;
      while (q < numberEnd && b[q] == b[digit]) {
        q++;
        digit++;
      }
      if (q < numberEnd || b[q] != '"') {
        break;
      }
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
      if (length == 0 || length > CellSlices.MOST_DIGITS) {
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

  /** Reads white space and any cell or the end of the row. */
  private int otherThanPlain(byte[] b, int from) {
    int p = b[from] == '<' ? from : Markup.skipSpace(b, from);
    if (b[p] != '<') {
      return GIVE_UP;
    }
    if (b[p + 1] == 'c') {
      return cell.scan(b, p + 2);
    }
    rowEnd = p + 6;
    return isEnd(b, p, 'r', 'o', 'w') ? ROW_ENDED : GIVE_UP;
  }

  private static boolean isEnd(byte[] b, int p, char x, char y, char z) {
    return b[p + 1] == '/' && b[p + 2] == x && b[p + 3] == y && b[p + 4] == z && b[p + 5] == '>';
  }

  /**
   * Reads the rest of a row's tag. What follows its number is mostly what followed the last one's:
   * then it means the same, and is compared rather than read. Measured: a tenth of the scanning.
   */
  private int rowTag(byte[] b, int from) {
    if (b[from] != ' ' || b[from + 1] != 'r' || b[from + 2] != '=' || b[from + 3] != '"') {
      return rowAttributes(b, from);
    }
    int p = rowNumber(b, from + 4);
    if (p < 0) {
      return GIVE_UP;
    }
    int length = tail.length;
    if (length > 0
        && p + length <= b.length
        && b[p + length - 1] == '>'
        && Arrays.equals(b, p, p + length, tail, 0, length)) {
      slices.hidden = tailHidden;
      return p + length;
    }
    int end = rowAttributes(b, p);
    if (end > 0 && end - p <= LONGEST_TAIL) {
      tail = Arrays.copyOfRange(b, p, end);
      tailHidden = slices.hidden;
    }
    return end;
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
