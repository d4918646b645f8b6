package dev.ingest.workbook.xlsx;

import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a part that are looked at: whole rows, or whole items, from {@link #position()} to
 * {@link #end()}. What comes after the last whole row is kept and joined with the next chunk.
 */
final class SheetWindow implements AutoCloseable {

  private final ChunkSource source;
  private final byte[] itemEnd;
  private SheetChunk chunk = new SheetChunk(0);
  private boolean recyclable;
  private int position;
  private int end;
  private boolean last;

  /**
   * Makes a window.
   *
   * @param itemEnd the end tag of a row, or of whatever is not to be cut in two
   */
  SheetWindow(ChunkSource source, byte[] itemEnd) {
    this.source = source;
    this.itemEnd = itemEnd;
    this.position = SheetChunk.HEAD_ROOM;
    this.end = position;
    chunk.from = position;
    chunk.to = position;
  }

  byte[] bytes() {
    return chunk.bytes;
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** Returns where the last whole row ends; past it there is a sentinel only once all is read. */
  int end() {
    return end;
  }

  /** Returns where the data end that are here, whole rows or not. */
  int available() {
    return chunk.to;
  }

  boolean isLast() {
    return last;
  }

  /**
   * Takes in the next chunk, behind what is left.
   *
   * @return whether there is a whole row now, or all is read
   */
  boolean advance() {
    SheetChunk next = source.next();
    if (next == null) {
      last = true;
      end = chunk.to;
      seal();
      return true;
    }
    join(next);
    seal();
    end = afterLastItem(chunk.bytes, position, chunk.to);
    return end > position;
  }

  private void join(SheetChunk next) {
    int left = chunk.to - position;
    if (left <= next.from) {
      next.from -= left;
      System.arraycopy(chunk.bytes, position, next.bytes, next.from, left);
      recycle();
      chunk = next;
      recyclable = true;
    } else {
      SheetChunk larger = new SheetChunk(left + next.to - next.from);
      larger.from = SheetChunk.HEAD_ROOM;
      larger.to = larger.from + left + next.to - next.from;
      System.arraycopy(chunk.bytes, position, larger.bytes, larger.from, left);
      System.arraycopy(
          next.bytes, next.from, larger.bytes, larger.from + left, next.to - next.from);
      recycle();
      source.recycle(next);
      chunk = larger;
      recyclable = false;
    }
    position = chunk.from;
  }

  private void recycle() {
    if (recyclable) {
      source.recycle(chunk);
    }
  }

  /** Writes the sentinel behind the data: a tag that is none. */
  private void seal() {
    chunk.bytes[chunk.to] = '<';
    for (int i = chunk.to + 1; i < chunk.bytes.length && i <= chunk.to + 8; i++) {
      chunk.bytes[i] = 0;
    }
  }

  /** A raw {@code <} cannot be text, so this is an item's end, or the fast path does not hold. */
  private int afterLastItem(byte[] b, int from, int to) {
    int length = itemEnd.length;
    for (int i = to - length; i >= from; i--) {
      if (b[i] == '<' && Arrays.equals(b, i, i + length, itemEnd, 0, length)) {
        return i + length;
      }
    }
    return from;
  }

  /** Returns what is left as a stream: from the position to the end of the part. */
  InputStream rest() {
    return new WindowStream();
  }

  @Override
  public void close() {
    source.close();
  }

  /** Reads on from the position. */
  private final class WindowStream extends InputStream {

    private @Nullable SheetChunk current = chunk;
    private int at = position;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      while (current != null && at == current.to) {
        SheetChunk done = current;
        current = source.next();
        at = current == null ? 0 : current.from;
        if (done != chunk) {
          source.recycle(done);
        }
      }
      if (current == null) {
        return -1;
      }
      int count = Math.min(length, current.to - at);
      System.arraycopy(current.bytes, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
