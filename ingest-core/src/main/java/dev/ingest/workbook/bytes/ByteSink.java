package dev.ingest.workbook.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A buffer before a stream. What is written stays in the buffer until {@link #flushIfFull()} or
 * {@link #flush()}, so that it can be taken back. Closing does not close the stream. Not
 * thread-safe.
 */
public final class ByteSink extends OutputStream {

  private static final int FULL = 64 << 10;

  private final OutputStream out;
  private byte[] buffer = new byte[FULL + (FULL >> 1)];
  private int size;
  private long flushed;

  /** Makes a buffer before a stream. */
  public ByteSink(OutputStream out) {
    this.out = out;
  }

  /** Returns how many bytes were written, those in the buffer too. */
  public long count() {
    return flushed + size;
  }

  /** Returns where the buffer ends, for {@link #takeBack}. */
  public int mark() {
    return size;
  }

  /** Drops what was written since {@link #mark()}; nothing may have been flushed since. */
  public void takeBack(int mark) {
    size = mark;
  }

  /** Returns the buffer with room for more bytes at {@link #mark()}; the next call may move it. */
  public byte[] room(int more) {
    if (buffer.length - size < more) {
      grow(more); // apart, so that C1 makes no call of asking for room
    }
    return buffer;
  }

  private void grow(int more) {
    buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(size, more)));
  }

  /** Says where the buffer ends, after bytes were put into {@link #room}. */
  public void endAt(int end) {
    size = end;
  }

  @Override
  public void write(int b) {
    if (size == buffer.length) {
      grow(1);
    }
    buffer[size++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (buffer.length - size < length) {
      grow(length);
    }
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
  }

  /** Passes the buffer on, if it is worth it. */
  public void flushIfFull() throws IOException {
    if (size >= FULL) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, size);
    flushed += size;
    size = 0;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }
}
