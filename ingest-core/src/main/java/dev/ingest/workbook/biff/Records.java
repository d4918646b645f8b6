package dev.ingest.workbook.biff;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.LittleEndian;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads the records of a stream one after the other, from any position: [MS-XLS] 2.1.4. Memory is
 * one window, whatever a record says of its length.
 */
final class Records {

  private static final int HEADER = 4;
  private static final int WINDOW = 128 << 10; // more than the largest record

  private final String where;
  private final WorkbookBytes bytes;
  private final byte[] window;
  private final byte[] ahead = new byte[HEADER];
  private long windowAt;
  private int windowSize;
  private long position;
  private long next;
  private int id = -1;
  private int data;
  private int length;

  /**
   * Stands before the first record.
   *
   * @param where the file, and the sheet if it is one's records, for messages
   */
  Records(String where, WorkbookBytes bytes) {
    this.where = where;
    this.bytes = bytes;
    this.window = new byte[(int) Math.max(HEADER, Math.min(WINDOW, bytes.length()))];
  }

  String where() {
    return where;
  }

  /** Goes to a position, where the next record starts. */
  void seek(long to) {
    next = to;
  }

  /** Moves to the next record; false at the end of the stream. */
  boolean next() {
    if (next < 0 || next > bytes.length() - HEADER) {
      return false;
    }
    position = next;
    int at = load(position, HEADER);
    id = LittleEndian.u16(window, at);
    length = LittleEndian.u16(window, at + 2);
    next = position + HEADER + length;
    if (next > bytes.length()) {
      throw damaged("expected the whole record, found the end of the stream");
    }
    data = load(position, HEADER + length) + HEADER;
    return true;
  }

  /** Moves to the next record if it is of that kind. */
  boolean nextIs(int wanted) {
    return peek() == wanted && next();
  }

  /** Returns the kind of the next record, or -1 at the end of the stream. */
  int peek() {
    if (next < 0 || next > bytes.length() - HEADER) {
      return -1;
    }
    long at = next - windowAt;
    if (at >= 0 && at + HEADER <= windowSize) {
      return LittleEndian.u16(window, (int) at);
    }
    read(next, ahead, HEADER);
    return LittleEndian.u16(ahead, 0);
  }

  /** Returns the kind of the current record. */
  int id() {
    return id;
  }

  /** Returns where the current record starts. */
  long position() {
    return position;
  }

  /** Returns where the record after the current one starts. */
  long end() {
    return next;
  }

  /** Returns how many bytes of data the current record has. */
  int length() {
    return length;
  }

  int u8(int at) {
    return window[need(at, 1)] & 0xff;
  }

  int u16(int at) {
    return LittleEndian.u16(window, need(at, 2));
  }

  long u32(int at) {
    return LittleEndian.u32(window, need(at, 4));
  }

  double f64(int at) {
    return Double.longBitsToDouble(LittleEndian.u64(window, need(at, 8)));
  }

  /** Copies data of the current record. */
  void copy(int from, byte[] into, int offset, int count) {
    System.arraycopy(window, need(from, count), into, offset, count);
  }

  /** Makes the failure of the current record. */
  WorkbookException damaged(String expectedAndFound) {
    return Damage.at(
        String.format(Locale.ROOT, "%s: record %04x at byte %s", where, id, position),
        expectedAndFound);
  }

  private int need(int at, int count) {
    if (at + count > length) {
      throw damaged("expected " + (at + count) + " bytes or more, found " + length);
    }
    return data + at;
  }

  /** Sees to it that bytes of the stream are in the window, and returns where. */
  private int load(long from, int count) {
    long at = from - windowAt;
    if (at < 0 || at + count > windowSize) {
      windowSize = (int) Math.min(window.length, bytes.length() - from);
      windowAt = from;
      read(from, window, windowSize);
      at = 0;
    }
    return (int) at;
  }

  private void read(long from, byte[] into, int count) {
    try {
      if (bytes.read(from, into, 0, count) < count) {
        throw Damage.at(where, "expected " + bytes.length() + " bytes, found fewer");
      }
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          where + ": expected readable bytes, found " + failure,
          failure);
    }
  }
}
