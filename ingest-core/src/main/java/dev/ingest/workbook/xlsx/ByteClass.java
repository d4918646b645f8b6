package dev.ingest.workbook.xlsx;

/** What a byte of text means to the scanner, looked up rather than compared. */
final class ByteClass {

  /** {@code &}: a reference to replace. */
  static final byte REFERENCE = 1;

  /** A carriage return: a line end to normalise. */
  static final byte RETURN = 2;

  /** Part of a character beyond ASCII: the bytes must be checked to be UTF-8. */
  static final byte HIGH = 4;

  /** {@code _}: there may be an escape such as {@code _x000D_}. */
  static final byte UNDERSCORE = 8;

  /** A control that XML does not allow, or the sentinel: the fast path ends. */
  static final byte CONTROL = 16;

  /** {@code <}: ends text. */
  static final byte TAG = 32;

  static final byte[] OF = classes();

  private ByteClass() {}

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int i = 0; i < 256; i++) {
      if (i >= 0x80) {
        classes[i] = HIGH;
      } else if (i < ' ' && i != '\t' && i != '\n') {
        classes[i] = i == '\r' ? RETURN : CONTROL;
      }
    }
    classes['&'] = REFERENCE;
    classes['_'] = UNDERSCORE;
    classes['<'] = TAG;
    return classes;
  }
}
