package dev.ingest.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes behind a channel, whose size is taken once, at opening. */
final class ChannelBytes implements WorkbookBytes {

  private final FileChannel channel;
  private final long length;

  ChannelBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(into, offset, length);
    while (target.hasRemaining()) {
      int count = channel.read(target, position + target.position() - offset);
      if (count < 0) {
        break;
      }
    }
    return target.position() - offset;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
