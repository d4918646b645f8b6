package dev.ingest.workbook.biff;

/**
 * The data of a record and of the CONTINUE records behind it, as one sequence: [MS-XLS] 2.3.58.
 * Only characters notice the seam: each CONTINUE that begins within them says anew how wide they
 * are.
 */
final class ContinuedRecord {

  private static final int WIDE = 0x01;
  private static final int PHONETIC = 0x04;
  private static final int RICH = 0x08;

  private final Records records;
  private int at;

  /** Begins within the current record. */
  ContinuedRecord(Records records, int from) {
    this.records = records;
    this.at = from;
  }

  /** Returns whether there is another byte. */
  boolean more() {
    while (at >= records.length()) {
      if (!records.nextIs(RecordId.CONTINUE)) {
        return false;
      }
      at = 0;
    }
    return true;
  }

  int u8() {
    if (!more()) {
      throw records.damaged("expected a whole text, found the end of the record");
    }
    return records.u8(at++);
  }

  int u16() {
    return u8() | u8() << 8;
  }

  long u32() {
    return u16() | (long) u16() << 16;
  }

  /** Reads bytes, as many as there must be. */
  byte[] bytes(int count) {
    byte[] all = new byte[count];
    int filled = 0;
    while (filled < count) {
      if (!more()) {
        throw records.damaged("expected a text of " + count + " bytes, found " + filled);
      }
      int part = Math.min(count - filled, records.length() - at);
      records.copy(at, all, filled, part);
      filled += part;
      at += part;
    }
    return all;
  }

  /**
   * Reads a Unicode text behind its length, without its formatting and phonetics: [MS-XLS] 2.5.293.
   */
  String unicode(int count) {
    int flags = u8();
    int runs = (flags & RICH) != 0 ? u16() : 0;
    long phonetic = (flags & PHONETIC) != 0 ? u32() : 0;
    String text = characters(count, (flags & WIDE) != 0);
    skip(4L * runs + phonetic);
    return text;
  }

  private String characters(int count, boolean startsWide) {
    char[] text = new char[count];
    boolean wide = startsWide;
    for (int i = 0; i < count; i++) {
      if (at >= records.length()) {
        wide = (u8() & WIDE) != 0;
      }
      text[i] = (char) (wide ? wideCharacter() : records.u8(at++));
    }
    return new String(text);
  }

  private int wideCharacter() {
    int character = records.u16(at); // no character is cut in two
    at += 2;
    return character;
  }

  private void skip(long count) {
    long rest = count;
    while (rest > 0) {
      if (!more()) {
        throw records.damaged("expected the whole formatting of a text, found its end");
      }
      int part = (int) Math.min(rest, records.length() - at);
      rest -= part;
      at += part;
    }
  }
}
