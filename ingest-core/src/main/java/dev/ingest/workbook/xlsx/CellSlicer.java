package dev.ingest.workbook.xlsx;

import static dev.ingest.workbook.xlsx.RowScanner.GIVE_UP;

import dev.ingest.workbook.CellAddress;

/** Scans one cell into the slices of its row; gives up where {@link RowScanner} does. */
final class CellSlicer {

  private static final byte[] CLASS = ByteClass.OF;

  /** What a number or an index may hold, but no producer writes. */
  private static final int ODD_IN_VALUES = ByteClass.REFERENCE | ByteClass.RETURN | ByteClass.HIGH;

  /** The types of one letter: ECMA-376 Part 1, 18.18.11; others have none. */
  static final byte[] TYPES = types();

  private final RowSlices row;
  private final int styles;

  CellSlicer(RowSlices row, int styles) {
    this.row = row;
    this.styles = Math.max(1, styles);
  }

  private static byte[] types() {
    byte[] types = new byte[256];
    types['n'] = RowSlices.NUMBER;
    types['s'] = RowSlices.SHARED;
    types['b'] = RowSlices.LOGICAL;
    types['e'] = RowSlices.ERROR;
    types['d'] = RowSlices.ISO_DATE;
    return types;
  }

  /** Reads one cell; the position is after {@code <c}. */
  int scan(byte[] b, int from) {
    int slot = row.slot();
    row.column[slot] = 0;
    row.style[slot] = -1;
    row.type[slot] = RowSlices.NUMBER;
    row.integer[slot] = RowSlices.NO_INTEGER;
    int p = cellAttributes(b, from, slot);
    if (p < 0) {
      return GIVE_UP;
    }
    int last = row.lastColumn();
    if (row.column[slot] == 0) {
      row.column[slot] = last + 1;
    }
    if (row.column[slot] <= last || row.column[slot] > CellAddress.MAX_COLUMN) {
      return GIVE_UP;
    }
    if (row.style[slot] >= styles) {
      return GIVE_UP;
    }
    if (b[p - 2] == '/') {
      row.type[slot] = RowSlices.NONE;
      row.size++;
      return p;
    }
    return content(b, p, slot);
  }

  private int cellAttributes(byte[] b, int from, int slot) {
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
      p++;
      c = b[p];
      if (b[p + 1] == '=' && b[p + 2] == '"') {
        if (c == 'r') {
          p = reference(b, p + 3, slot);
        } else if (c == 's') {
          p = style(b, p + 3, slot);
        } else if (c == 't') {
          p = type(b, p + 3, slot);
        } else {
          p = Markup.otherAttribute(b, p);
        }
      } else if (c != '>' && c != '/' && !Markup.isSpace(c)) {
        p = Markup.otherAttribute(b, p);
      }
      if (p < 0) {
        return GIVE_UP;
      }
    }
  }

  private int reference(byte[] b, int from, int slot) {
    int p = from;
    int column = 0;
    while (b[p] >= 'A' && b[p] <= 'Z' && p - from < 4) {
      column = column * 26 + b[p++] - 'A' + 1;
    }
    int digits = p;
    int number = 0;
    while (b[p] >= '0' && b[p] <= '9' && p - digits < 8) {
      number = number * 10 + b[p++] - '0';
    }
    if (column == 0 || number != row.number || b[p] != '"' || row.column[slot] != 0) {
      return GIVE_UP;
    }
    row.column[slot] = column;
    return p + 1;
  }

  private int style(byte[] b, int from, int slot) {
    int p = from;
    int value = 0;
    while (b[p] >= '0' && b[p] <= '9' && p - from < 8) {
      value = value * 10 + b[p++] - '0';
    }
    if (p == from || b[p] != '"' || row.style[slot] >= 0) {
      return GIVE_UP;
    }
    row.style[slot] = value;
    return p + 1;
  }

  private int type(byte[] b, int p, int slot) {
    if (b[p + 1] == '"') {
      row.type[slot] = TYPES[b[p] & 0xff];
      return row.type[slot] == RowSlices.NONE ? GIVE_UP : p + 2;
    }
    if (b[p] == 's' && b[p + 1] == 't' && b[p + 2] == 'r' && b[p + 3] == '"') {
      row.type[slot] = RowSlices.TEXT;
      return p + 4;
    }
    if (isInline(b, p)) {
      row.type[slot] = RowSlices.TEXT;
      return p + 10;
    }
    return GIVE_UP;
  }

  private static boolean isInline(byte[] b, int p) {
    return b[p] == 'i'
        && b[p + 1] == 'n'
        && b[p + 2] == 'l'
        && b[p + 3] == 'i'
        && b[p + 4] == 'n'
        && b[p + 5] == 'e'
        && b[p + 6] == 'S'
        && b[p + 7] == 't'
        && b[p + 8] == 'r'
        && b[p + 9] == '"';
  }

  /** Reads what is in a cell, up to and with {@code </c>}. */
  private int content(byte[] b, int from, int slot) {
    int p = from;
    boolean formula = false;
    boolean value = false;
    int formulaStart = 0;
    int formulaEnd = 0;
    while (true) {
      if (b[p] != '<') {
        p = Markup.skipSpace(b, p);
      }
      if (b[p] != '<') {
        return GIVE_UP;
      }
      byte c = b[p + 1];
      if (c == 'v' && b[p + 2] == '>' && !value) {
        value = true;
        p = text(b, p + 3, slot, 'v');
        if (row.type[slot] != RowSlices.TEXT && (row.special[slot] & ODD_IN_VALUES) != 0) {
          return GIVE_UP;
        }
      } else if (c == '/' && b[p + 2] == 'c' && b[p + 3] == '>') {
        if (!value || isBlank(b, slot)) {
          blankOrUncalculated(slot, formula, formulaStart, formulaEnd);
        }
        row.size++;
        return p + 4;
      } else if (c == 'f' && !formula && !value) {
        formula = true;
        p = Markup.endOfTag(b, p + 2);
        if (p < 0) {
          return GIVE_UP;
        }
        formulaStart = p;
        if (b[p - 2] != '/') {
          p = text(b, p, slot, 'f');
          formulaEnd = row.end[slot];
        } else {
          formulaEnd = p;
        }
      } else if (c == 'i' && b[p + 2] == 's' && b[p + 3] == '>' && !value && isInlineText(slot)) {
        value = true;
        p = inline(b, p + 4, slot);
      } else {
        return GIVE_UP;
      }
      if (p < 0) {
        return GIVE_UP;
      }
    }
  }

  private boolean isInlineText(int slot) {
    return row.type[slot] == RowSlices.TEXT;
  }

  /** An empty number, index or the like is a cell without a value; empty text is empty text. */
  private boolean isBlank(byte[] b, int slot) {
    if (row.type[slot] == RowSlices.TEXT || row.type[slot] == RowSlices.SHARED) {
      return false;
    }
    return Markup.skipSpace(b, row.start[slot]) >= row.end[slot];
  }

  private void blankOrUncalculated(int slot, boolean formula, int start, int end) {
    row.type[slot] = formula ? RowSlices.UNCALCULATED : RowSlices.NONE;
    row.start[slot] = start;
    row.end[slot] = end;
  }

  /** Reads text up to the end tag of an element with a name of one letter. */
  private int text(byte[] b, int from, int slot, char element) {
    int p = from;
    int special = 0;
    int kind = CLASS[b[p] & 0xff];
    while (kind != ByteClass.TAG) {
      special |= kind;
      p++;
      kind = CLASS[b[p] & 0xff];
    }
    if ((special & ByteClass.CONTROL) != 0
        || p - from > row.longestText
        || b[p + 1] != '/'
        || b[p + 2] != element
        || b[p + 3] != '>') {
      return GIVE_UP;
    }
    row.start[slot] = from;
    row.end[slot] = p;
    row.special[slot] = (byte) special;
    return p + 4;
  }

  /** Reads {@code <t>text</t></is>}; runs give up. */
  private int inline(byte[] b, int from, int slot) {
    int p = Markup.skipSpace(b, from);
    if (b[p] != '<' || b[p + 1] != 't') {
      return GIVE_UP;
    }
    p = Markup.endOfTag(b, p + 2);
    if (p < 0 || b[p - 2] == '/') {
      return GIVE_UP;
    }
    p = text(b, p, slot, 't');
    if (p < 0) {
      return GIVE_UP;
    }
    p = Markup.skipSpace(b, p);
    boolean end =
        b[p] == '<' && b[p + 1] == '/' && b[p + 2] == 'i' && b[p + 3] == 's' && b[p + 4] == '>';
    return end ? p + 5 : GIVE_UP;
  }
}
