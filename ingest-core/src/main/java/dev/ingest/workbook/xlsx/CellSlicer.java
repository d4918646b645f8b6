package dev.ingest.workbook.xlsx;

import static dev.ingest.workbook.xlsx.RowScanner.GIVE_UP;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.bytes.CellSlices;

/** Scans one cell into the slices of its row; gives up where {@link RowScanner} does. */
final class CellSlicer {

  private static final byte[] CLASS = ByteClass.OF;

  /** What a number or an index may hold, but no producer writes. */
  private static final int ODD_IN_VALUES = ByteClass.REFERENCE | ByteClass.RETURN | ByteClass.HIGH;

  /** The types of one letter: ECMA-376 Part 1, 18.18.11; others have none. */
  static final byte[] TYPES = types();

  private final CellSlices row;
  private final boolean[] dates;
  private final int longestText;
  private int column;
  private int style;
  private byte kind;
  private boolean typed;
  private int start;
  private int end;
  private int special;

  /**
   * Makes a slicer.
   *
   * @param dates of each style, whether it is that of a date
   * @param longestText bytes of a text past which it gives up: the limit is one of characters
   */
  CellSlicer(CellSlices row, boolean[] dates, int longestText) {
    this.row = row;
    this.dates = dates;
    this.longestText = longestText;
  }

  private static byte[] types() {
    byte[] types = new byte[256];
    types['n'] = CellSlices.NUMBER;
    types['s'] = CellSlices.SHARED;
    types['b'] = CellSlices.LOGICAL;
    types['e'] = CellSlices.ERROR;
    types['d'] = CellSlices.ISO_DATE;
    return types;
  }

  /** Reads one cell; the position is after {@code <c}. */
  int scan(byte[] b, int from) {
    column = 0;
    style = -1;
    kind = CellSlices.NUMBER;
    typed = false;
    start = 0;
    end = 0;
    special = 0;
    int p = cellAttributes(b, from);
    int last = row.lastColumn();
    if (column == 0) {
      column = last + 1;
    }
    if (p < 0 || column <= last || column > CellAddress.MAX_COLUMN || style >= dates.length) {
      return GIVE_UP;
    }
    if (kind == CellSlices.NUMBER && style >= 0 && dates[style]) {
      kind = CellSlices.DATE;
    }
    if (b[p - 2] == '/') {
      kind = CellSlices.NONE;
    } else {
      p = content(b, p);
    }
    if (p > 0) {
      row.makeRoom();
      row.add(
          CellSlices.range(start, end),
          0,
          CellSlices.shape(column, kind, special, CellSlices.NO_DECIMAL));
    }
    return p;
  }

  private int cellAttributes(byte[] b, int from) {
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
          p = reference(b, p + 3);
        } else if (c == 's') {
          p = style(b, p + 3);
        } else if (c == 't') {
          p = type(b, p + 3);
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

  private int reference(byte[] b, int from) {
    int p = from;
    int letters = 0;
    while (b[p] >= 'A' && b[p] <= 'Z' && p - from < 4) {
      letters = letters * 26 + b[p++] - 'A' + 1;
    }
    int digits = p;
    int number = 0;
    while (b[p] >= '0' && b[p] <= '9' && p - digits < 8) {
      number = number * 10 + b[p++] - '0';
    }
    if (letters == 0 || number != row.number || b[p] != '"' || column != 0) {
      return GIVE_UP;
    }
    column = letters;
    return p + 1;
  }

  private int style(byte[] b, int from) {
    int p = from;
    int value = 0;
    while (b[p] >= '0' && b[p] <= '9' && p - from < 8) {
      value = value * 10 + b[p++] - '0';
    }
    if (p == from || b[p] != '"' || style >= 0) {
      return GIVE_UP;
    }
    style = value;
    return p + 1;
  }

  private int type(byte[] b, int p) {
    if (typed) {
      return GIVE_UP;
    }
    typed = true;
    if (b[p + 1] == '"') {
      kind = TYPES[b[p] & 0xff];
      return kind == CellSlices.NONE ? GIVE_UP : p + 2;
    }
    if (b[p] == 's' && b[p + 1] == 't' && b[p + 2] == 'r' && b[p + 3] == '"') {
      kind = CellSlices.TEXT;
      return p + 4;
    }
    if (isInline(b, p)) {
      kind = CellSlices.TEXT;
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
  private int content(byte[] b, int from) {
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
        p = text(b, p + 3, 'v');
        if (kind != CellSlices.TEXT && (special & ODD_IN_VALUES) != 0) {
          return GIVE_UP;
        }
      } else if (c == '/' && b[p + 2] == 'c' && b[p + 3] == '>') {
        if (!value || isBlank(b)) {
          blankOrUncalculated(formula, formulaStart, formulaEnd);
        }
        return p + 4;
      } else if (c == 'f' && !formula && !value) {
        formula = true;
        p = Markup.endOfTag(b, p + 2);
        if (p < 0) {
          return GIVE_UP;
        }
        formulaStart = p;
        if (b[p - 2] != '/') {
          p = text(b, p, 'f');
          formulaEnd = end;
        } else {
          formulaEnd = p;
        }
      } else if (c == 'i' && b[p + 2] == 's' && b[p + 3] == '>' && !value && isInlineText()) {
        value = true;
        p = inline(b, p + 4);
      } else {
        return GIVE_UP;
      }
      if (p < 0) {
        return GIVE_UP;
      }
    }
  }

  private boolean isInlineText() {
    return kind == CellSlices.TEXT;
  }

  /** An empty number, index or the like is a cell without a value; empty text is empty text. */
  private boolean isBlank(byte[] b) {
    if (kind == CellSlices.TEXT || kind == CellSlices.SHARED) {
      return false;
    }
    return Markup.skipSpace(b, start) >= end;
  }

  private void blankOrUncalculated(boolean formula, int from, int to) {
    kind = formula ? CellSlices.UNCALCULATED : CellSlices.NONE;
    start = from;
    end = to;
  }

  /** Reads text up to the end tag of an element with a name of one letter. */
  private int text(byte[] b, int from, char element) {
    int p = from;
    int found = 0;
    int type = CLASS[b[p] & 0xff];
    while (type != ByteClass.TAG) {
      found |= type;
      p++;
      type = CLASS[b[p] & 0xff];
    }
    if ((found & ByteClass.CONTROL) != 0
        || p - from > longestText
        || b[p + 1] != '/'
        || b[p + 2] != element
        || b[p + 3] != '>') {
      return GIVE_UP;
    }
    start = from;
    end = p;
    special = found;
    return p + 4;
  }

  /** Reads {@code <t>text</t></is>}; runs give up. */
  private int inline(byte[] b, int from) {
    int p = Markup.skipSpace(b, from);
    if (b[p] != '<' || b[p + 1] != 't') {
      return GIVE_UP;
    }
    p = Markup.endOfTag(b, p + 2);
    if (p < 0 || b[p - 2] == '/') {
      return GIVE_UP;
    }
    p = text(b, p, 't');
    if (p < 0) {
      return GIVE_UP;
    }
    p = Markup.skipSpace(b, p);
    boolean closed =
        b[p] == '<' && b[p + 1] == '/' && b[p + 2] == 'i' && b[p + 3] == 's' && b[p + 4] == '>';
    return closed ? p + 5 : GIVE_UP;
  }
}
