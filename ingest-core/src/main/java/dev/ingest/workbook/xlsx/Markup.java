package dev.ingest.workbook.xlsx;

/**
 * The small pieces of markup that the scanners share. All take a position and return the one after
 * what they read, or {@link RowScanner#GIVE_UP}.
 */
final class Markup {

  private static final byte[] CLASS = ByteClass.OF;

  private Markup() {}

  /** Passes over an attribute that does not matter to a row or a cell; one that might gives up. */
  static int otherAttribute(byte[] b, int from) {
    int length = endOfName(b, from) - from;
    boolean matters =
        length == 1 && (b[from] == 'r' || b[from] == 's' || b[from] == 't')
            || length == 6 && isHiddenName(b, from);
    return matters ? RowScanner.GIVE_UP : anyAttribute(b, from);
  }

  /** Passes over an attribute; one that declares a namespace gives up. */
  private static int anyAttribute(byte[] b, int from) {
    int p = endOfName(b, from);
    if (p == from || isDeclaration(b, from, p) || b[p] != '=' || b[p + 1] != '"') {
      return RowScanner.GIVE_UP;
    }
    return endOfValue(b, p + 2);
  }

  private static boolean isDeclaration(byte[] b, int from, int to) {
    return to - from >= 5
        && b[from] == 'x'
        && b[from + 1] == 'm'
        && b[from + 2] == 'l'
        && b[from + 3] == 'n'
        && b[from + 4] == 's';
  }

  private static int endOfName(byte[] b, int from) {
    int p = from;
    while (isName(b[p])) {
      p++;
    }
    return p;
  }

  private static boolean isHiddenName(byte[] b, int from) {
    return b[from] == 'h' && b[from + 1] == 'i' && b[from + 5] == 'n';
  }

  /** Returns the position after the closing quote. */
  static int endOfValue(byte[] b, int from) {
    int p = from;
    while (b[p] != '"') {
      if (CLASS[b[p] & 0xff] != 0 && b[p] != '_') {
        return RowScanner.GIVE_UP;
      }
      p++;
    }
    return p + 1;
  }

  private static boolean isName(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= ':'
        || c == '_'
        || c == '-'
        || c == '.';
  }

  /** Passes over the attributes of a tag and returns the position after it. */
  static int endOfTag(byte[] b, int from) {
    int p = from;
    while (true) {
      if (b[p] == '>') {
        return p + 1;
      }
      if (b[p] == '/') {
        return b[p + 1] == '>' ? p + 2 : RowScanner.GIVE_UP;
      }
      if (!isSpace(b[p])) {
        return RowScanner.GIVE_UP;
      }
      p = skipSpace(b, p);
      if (b[p] != '>' && b[p] != '/') {
        p = anyAttribute(b, p);
        if (p < 0) {
          return RowScanner.GIVE_UP;
        }
      }
    }
  }

  static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  static int skipSpace(byte[] b, int from) {
    int p = from;
    while (isSpace(b[p])) {
      p++;
    }
    return p;
  }
}
