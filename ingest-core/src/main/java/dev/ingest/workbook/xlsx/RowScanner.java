package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
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

  private final RowSlices row;
  private final CellSlicer cell;
  private final PlainTag tag = new PlainTag();
  private final CellPrefixes prefixes = new CellPrefixes();
  private final int styles;
  private int rowEnd;
  private byte[] tail = new byte[0];
  private boolean tailHidden;

  /**
   * Makes a scanner.
   *
   * @param styles how many styles there are; a cell with another gives up
   */
  RowScanner(RowSlices row, int styles) {
    this.row = row;
    this.styles = Math.max(1, styles);
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
    row.beginRow();
    row.number = 0;
    p = rowTag(b, p + 4);
    if (p < 0) {
      return GIVE_UP;
    }
    if (row.number == 0) {
      prefixes.forget();
      row.isUnnumbered(previous + 1);
    }
    if (row.number <= previous || row.number > CellAddress.MAX_ROW) {
      return GIVE_UP;
    }
    return b[p - 2] == '/' ? p : cells(b, p);
  }

  /**
   * Reads the cells up to {@code </row>}. The shape that nearly all cells have is read here, in one
   * loop over local variables, since C1 neither inlines deeply nor keeps fields in registers; any
   * other is left to {@link CellSlicer}. Measured: three times as fast as asking it for each cell.
   */
  private int cells(byte[] b, int from) {
    RowSlices slices = row;
    CellPrefixes known = prefixes;
    int last = 0;
    int p = from;
    while (true) {
      int column = last + 1;
      byte type;
      int style;
      int q = known.match(b, p, column);
      if (q > 0) {
        type = known.types[column];
        style = known.styles[column];
      } else {
        q = tag.read(b, p, slices.number);
        column = tag.column;
        type = tag.type;
        style = tag.style;
        if (q > 0 && style < styles) {
          known.learn(b, p, q, tag);
        }
      }
      if (q > 0 && column > last && style < styles) {
        int start = q;
        int c = b[q];
        int digits = 0;
        while (c >= '0' && c <= '9') {
          digits = digits * 10 + c - '0';
          c = b[++q];
        }
        if (c != '<' || q - start > RowSlices.INTEGER_DIGITS) {
          digits = RowSlices.NO_INTEGER;
        }
        int special = 0;
        int k = CLASS[c & 0xff];
        while (k != ByteClass.TAG) {
          special |= k;
          k = CLASS[b[++q] & 0xff];
        }
        if (q > start
            && special == 0
            && b[start] > ' '
            && b[q + 1] == '/'
            && b[q + 2] == 'v'
            && b[q + 3] == '>'
            && b[q + 4] == '<'
            && b[q + 5] == '/'
            && b[q + 6] == 'c'
            && b[q + 7] == '>') {
          int slot = slices.slot();
          slices.column[slot] = column;
          slices.type[slot] = type;
          slices.style[slot] = style;
          slices.start[slot] = start;
          slices.end[slot] = q;
          slices.special[slot] = 0;
          slices.integer[slot] = digits;
          slices.size = slot + 1;
          last = column;
          p = q + 8;
          continue;
        }
      }
      p = otherThanPlain(b, p);
      if (p < 0) {
        return p == ROW_ENDED ? rowEnd : GIVE_UP;
      }
      last = slices.lastColumn();
    }
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
      row.hidden = tailHidden;
      return p + length;
    }
    int end = rowAttributes(b, p);
    if (end > 0 && end - p <= LONGEST_TAIL) {
      tail = Arrays.copyOfRange(b, p, end);
      tailHidden = row.hidden;
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
    if (p == from || value == 0 || row.number != 0 || b[p] != '"') {
      return GIVE_UP;
    }
    row.number = value;
    prefixes.number(b, from, p);
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
