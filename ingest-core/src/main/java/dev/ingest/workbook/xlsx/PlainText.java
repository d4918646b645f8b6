package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.bytes.Utf8;

/** Text that CSV takes as it is, which most is. */
final class PlainText {

  /** 1 for what CSV quotes wherever it stands. */
  private static final byte[] QUOTED = quoted();

  private PlainText() {}

  private static byte[] quoted() {
    byte[] quoted = new byte[256];
    quoted['"'] = 1;
    quoted[','] = 1;
    quoted['\n'] = 1;
    quoted['\r'] = 1;
    return quoted;
  }

  /** Returns whether UTF-8 text is not empty, trimmed, and has nothing that CSV would quote. */
  static boolean isPlain(byte[] b, int from, int to) {
    if (!Utf8.isTrimmed(b, from, to) || b[from] == '\\') {
      return false;
    }
    byte any = 0;
    for (int i = from; i < to; i++) {
      any |= QUOTED[b[i] & 0xff];
    }
    return any == 0;
  }
}
