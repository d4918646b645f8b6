package dev.ingest.workbook.part;

/**
 * The characters of one element as the part has them, kept on request. While it waits, it begins
 * anew at each markup, so that it holds the tag that the reader has just read.
 */
final class XmlTape {

  private final StringBuilder before = new StringBuilder();
  private boolean kept;
  private int from;

  /** Starts at a position of the buffer. */
  XmlTape(int position) {
    this.from = position;
  }

  /** Keeps what is on the tape from the last tag on. */
  void keep() {
    kept = true;
  }

  /** Markup begins at this position of the buffer. */
  void mark(int position) {
    if (!kept) {
      from = position;
      before.setLength(0);
    }
  }

  /** The buffer is about to be filled again. */
  void turn(char[] buffer, int limit) {
    before.append(buffer, from, limit - from);
    from = 0;
  }

  /** Returns what is kept, up to a position of the buffer. */
  String text(char[] buffer, int position) {
    return before + new String(buffer, from, position - from);
  }
}
