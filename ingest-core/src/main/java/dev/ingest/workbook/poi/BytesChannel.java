package dev.ingest.workbook.poi;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A workbook's bytes as the channel that POI reads a container from, so that it keeps no copy. A
 * disk that fails is told from a container that is broken: only the latter is an IOException.
 */
final class BytesChannel extends FileChannel {

  private final String name;
  private final WorkbookBytes bytes;
  private long position;

  BytesChannel(String name, WorkbookBytes bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) {
    int count = read(target, position);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public int read(ByteBuffer target, long from) {
    byte[] part = new byte[Math.min(target.remaining(), 64 << 10)];
    try {
      int count = bytes.read(from, part, 0, part.length);
      target.put(part, 0, count);
      return count == 0 && part.length > 0 ? -1 : count;
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, name + ": expected readable bytes, found " + failure, failure);
    }
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException("one buffer at a time");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.length();
  }

  @Override
  protected void implCloseChannel() {} // the bytes are closed by whoever opened them

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer source, long at) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {}

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException("reading only");
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long at, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw new UnsupportedOperationException("reading only");
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) {
    throw new UnsupportedOperationException("reading only");
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) {
    throw new UnsupportedOperationException("reading only");
  }
}
