package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Inflates a part into batches of whole items. What comes after the last whole item of a batch is
 * kept, where it stands, for the next one. Used by one thread at a time.
 */
final class BatchFiller implements AutoCloseable {

  /** Past this one item is not made whole any more: it would be copied too often. */
  private static final int LONGEST_ITEM = 4 << 20;

  /**
   * Bytes of the first batch. Its rows are scanned before the scanner is compiled, and the header
   * waits for them. With a full one of 256 KiB a million rows took some 50 ms more.
   */
  private static final int FIRST = 16 << 10;

  private final String where;
  private final InputStream part;
  private final byte[] itemStart;
  private final byte[] containerEnd;
  private int most = FIRST;
  private byte[] left = new byte[0];
  private int leftFrom;
  private int leftTo;

  /**
   * Makes a filler.
   *
   * @param where the file and part, for messages
   * @param container the element that holds the items
   * @param item the element that each item is
   */
  BatchFiller(String where, InputStream part, String container, String item) {
    this.where = where;
    this.part = part;
    this.itemStart = ("<" + item).getBytes(StandardCharsets.US_ASCII);
    this.containerEnd = ("</" + container).getBytes(StandardCharsets.US_ASCII);
  }

  /** Fills a batch with what is left of the last one and what comes next. */
  void fill(Batch batch) {
    int length = leftTo - leftFrom;
    if (batch.bytes.length < 2 * length + Batch.TAIL_ROOM) {
      byte[] larger = new byte[2 * length + Batch.TAIL_ROOM];
      System.arraycopy(left, leftFrom, larger, 0, length);
      batch.bytes = larger;
    } else {
      System.arraycopy(left, leftFrom, batch.bytes, 0, length);
    }
    batch.position = 0;
    batch.to = length;
    batch.last = false;
    batch.stuck = false;
    do {
      read(batch);
    } while (batch.end == 0 && !batch.last && !batch.stuck);
    left = batch.bytes;
    leftFrom = batch.end;
    leftTo = batch.to;
    seal(batch);
  }

  /** Reads until the batch's array is full and finds the end of the last whole item, if any. */
  private void read(Batch batch) {
    int before = batch.to;
    int room = batch.bytes.length - Batch.TAIL_ROOM - before;
    if (room == 0) {
      batch.bytes = Arrays.copyOf(batch.bytes, 2 * before + Batch.TAIL_ROOM);
      room = before;
    }
    room = Math.min(room, most);
    most = Integer.MAX_VALUE;
    int count = inflate(batch.bytes, before, room);
    batch.to = before + count;
    batch.last = count < room;
    batch.end = batch.last ? batch.to : lastItem(batch.bytes, before, batch.to);
    if (batch.end == 0 && batch.to > LONGEST_ITEM) {
      batch.stuck = true;
      batch.end = batch.to;
    }
  }

  private int inflate(byte[] into, int at, int room) {
    try {
      return part.readNBytes(into, at, room);
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected readable bytes, found " + failure, failure);
    }
  }

  /**
   * Finds the start of the last item: all before it is whole. A raw {@code <} cannot be text, so it
   * is a start, or the fast path does not hold. What was searched before is not searched again.
   */
  private int lastItem(byte[] b, int searched, int to) {
    int length = itemStart.length;
    for (int i = to - length; i > 0 && i > searched - length; i--) {
      if (b[i] == '<' && Arrays.equals(b, i, i + length, itemStart, 0, length)) {
        return i;
      }
    }
    return closes(b, searched, to) ? to : 0;
  }

  /** Returns whether the items end here: what follows is not cut. */
  private boolean closes(byte[] b, int searched, int to) {
    int length = containerEnd.length;
    for (int i = Math.max(0, searched - length + 1); i + length <= to; i++) {
      if (b[i] == '<' && Arrays.equals(b, i, i + length, containerEnd, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the sentinel behind the data: a tag that is none. */
  private static void seal(Batch batch) {
    batch.bytes[batch.to] = '<';
    Arrays.fill(batch.bytes, batch.to + 1, batch.to + Batch.TAIL_ROOM, (byte) 0);
  }

  @Override
  public void close() {
    try {
      part.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected to close it, found " + failure, failure);
    }
  }
}
