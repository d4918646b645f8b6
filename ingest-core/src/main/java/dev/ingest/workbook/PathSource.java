package dev.ingest.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A workbook in a file. */
record PathSource(Path file) implements WorkbookSource {

  @Override
  public String name() {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  @Override
  public WorkbookBytes open() throws IOException {
    return new ChannelBytes(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Bytes behind a channel, whose size is taken once, at opening. */
  static final class ChannelBytes implements WorkbookBytes {

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
}
