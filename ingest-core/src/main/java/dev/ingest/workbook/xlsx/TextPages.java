package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.bytes.ByteSink;
import java.util.Arrays;

/**
 * Bytes one after the other, in pages: what is there is never copied as more comes in, and no more
 * than a page lies idle. Not changed once it is filled, so that threads may read it together.
 */
final class TextPages {

  private static final int BITS = 18;

  /** Bytes of a page. */
  static final int PAGE = 1 << BITS;

  private static final int FIRST = 1 << 10;

  private byte[][] pages = new byte[1][];
  private int count = 1;
  private byte[] last = new byte[FIRST];
  private int used;
  private int before;

  TextPages() {
    pages[0] = last;
  }

  /** Adds bytes and returns where they end. */
  int add(byte[] b, int from, int length) {
    if (length > last.length - used) {
      return addInPieces(b, from, length);
    }
    System.arraycopy(b, from, last, used, length);
    used += length;
    return before + used;
  }

  private int addInPieces(byte[] b, int from, int length) {
    int end = Math.addExact(before + used, length);
    int done = 0;
    while (done < length) {
      makeRoom(length - done);
      int piece = Math.min(length - done, last.length - used);
      System.arraycopy(b, from + done, last, used, piece);
      used += piece;
      done += piece;
    }
    return end;
  }

  /** Only the first page grows; when it is full size, and for all others, there is another. */
  private void makeRoom(int wanted) {
    if (last.length < PAGE) {
      int size = Math.min(PAGE, Math.max(last.length * 2, used + Math.min(wanted, PAGE)));
      last = Arrays.copyOf(last, size);
      pages[0] = last;
    } else if (used == PAGE) {
      if (count == pages.length) {
        pages = Arrays.copyOf(pages, count * 2);
      }
      last = new byte[PAGE];
      pages[count++] = last;
      before += PAGE;
      used = 0;
    }
  }

  byte at(int position) {
    return pages[position >>> BITS][position & PAGE - 1];
  }

  /** Returns where a position is in its page. */
  static int offset(int position) {
    return position & PAGE - 1;
  }

  /** Returns the page that a position is in. */
  byte[] page(int position) {
    return pages[position >>> BITS];
  }

  /** Writes the bytes between two positions, which may be in different pages. */
  void write(int from, int to, ByteSink into) {
    into.write(copy(from, to), 0, to - from);
  }

  /** Returns the bytes between two positions. */
  byte[] copy(int from, int to) {
    byte[] all = new byte[to - from];
    int position = from;
    while (position < to) {
      int at = position & PAGE - 1;
      int piece = Math.min(to - position, PAGE - at);
      System.arraycopy(pages[position >>> BITS], at, all, position - from, piece);
      position += piece;
    }
    return all;
  }
}
