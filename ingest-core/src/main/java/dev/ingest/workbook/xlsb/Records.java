package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.LittleEndian;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Streams the records of a part: [MS-XLSB] 2.1.4. A record that nobody asks about is passed over;
 * the others are bounded by what a text may hold, and memory grows with what is there, not with
 * what is declared.
 */
final class Records implements AutoCloseable {

  private static final int LENGTH_BYTES = 4;
  private static final int BESIDE_THE_TEXT = 1 << 20; // a formula, or the runs of a rich text

  private final String where;
  private final InputStream in;
  private final ReadLimits limits;
  private final byte[] buffer = new byte[64 << 10];
  private int at;
  private int size;
  private long before;
  private long position;
  private int id;
  private int length;
  private int unread;
  private byte[] data = new byte[256];

  /**
   * Stands before the first record.
   *
   * @param where the file and part, for messages
   */
  Records(String where, InputStream in, ReadLimits limits) {
    this.where = where;
    this.in = in;
    this.limits = limits;
  }

  String where() {
    return where;
  }

  ReadLimits limits() {
    return limits;
  }

  /** Moves to the next record; false at the end of the part. */
  boolean next() {
    skip();
    position = before + at;
    int first = read();
    if (first < 0) {
      return false;
    }
    id = first < 0x80 ? first : first & 0x7f | (part() & 0x7f) << 7;
    length = length();
    unread = length;
    return true;
  }

  /**
   * Reads the part to its end, where its checksum is compared.
   *
   * @param end the record that must be among the rest
   */
  void finish(int end) {
    boolean ended = id == end;
    while (next()) {
      ended |= id == end;
    }
    if (!ended) {
      throw Damage.at(where, "expected record " + end + " at the end, found none");
    }
  }

  int id() {
    return id;
  }

  /** Returns where in the part the current record starts. */
  long position() {
    return position;
  }

  /** Returns the data of the current record. */
  byte[] copy() {
    need(0, length);
    return Arrays.copyOf(data, length);
  }

  int u8(int from) {
    return data[need(from, 1)] & 0xff;
  }

  int u16(int from) {
    return LittleEndian.u16(data, need(from, 2));
  }

  long u32(int from) {
    return LittleEndian.u32(data, need(from, 4));
  }

  double f64(int from) {
    return Double.longBitsToDouble(LittleEndian.u64(data, need(from, 8)));
  }

  /** Returns a text behind its length; the length of none is all ones: [MS-XLSB] 2.5.169. */
  String text(int from) {
    long count = u32(from);
    if (count == 0xffffffffL) {
      return "";
    }
    if (count > (length - from - 4) / 2) {
      throw damaged("expected a text of " + count + " characters, found " + length + " bytes");
    }
    if (count > limits.textLength()) {
      throw ReadLimits.exceeded(where, "textLength", limits.textLength());
    }
    int start = need(from + 4, 2 * (int) count);
    return new String(data, start, 2 * (int) count, StandardCharsets.UTF_16LE);
  }

  /** Returns where the text at that place ends. */
  int afterText(int from) {
    long count = u32(from);
    return count == 0xffffffffL ? from + 4 : from + 4 + 2 * (int) count;
  }

  WorkbookException damaged(String expectedAndFound) {
    return Damage.at(where + ": record " + id, expectedAndFound);
  }

  private int length() {
    int sum = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      int next = part();
      sum |= (next & 0x7f) << 7 * i;
      if (next < 0x80) {
        return sum;
      }
    }
    throw damaged("expected a length of up to 4 bytes, found more");
  }

  private int need(int from, int count) {
    if (from + count > length) {
      throw damaged("expected " + (from + count) + " bytes or more, found " + length);
    }
    if (unread > 0) {
      load();
    }
    return from;
  }

  private void load() {
    long most = 4L * limits.textLength() + BESIDE_THE_TEXT;
    if (length > most) {
      throw damaged("expected at most " + most + " bytes, found " + length);
    }
    int filled = 0;
    while (filled < length) {
      if (filled == data.length) {
        data = Arrays.copyOf(data, Math.min(length, 2 * filled));
      }
      int count = Math.min(Math.min(length, data.length) - filled, available());
      System.arraycopy(buffer, at, data, filled, count);
      at += count;
      filled += count;
    }
    unread = 0;
  }

  private void skip() {
    while (unread > 0) {
      int count = Math.min(unread, available());
      at += count;
      unread -= count;
    }
  }

  /** Returns a byte that must be there. */
  private int part() {
    available();
    return buffer[at++] & 0xff;
  }

  /** Returns how many bytes of the record are in the buffer, at least one. */
  private int available() {
    if (at == size && !fill()) {
      throw damaged("expected the whole record, found the end of the part");
    }
    return size - at;
  }

  private int read() {
    return at == size && !fill() ? -1 : buffer[at++] & 0xff;
  }

  private boolean fill() {
    try {
      before += size;
      at = 0;
      size = Math.max(0, in.read(buffer, 0, buffer.length));
      return size > 0;
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected readable bytes, found " + failure, failure);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected to close it, found " + failure, failure);
    }
  }
}
