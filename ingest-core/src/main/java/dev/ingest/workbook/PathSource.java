package dev.ingest.workbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    return file.getFileSystem() == FileSystems.getDefault()
        ? new FileBytes(file)
        : new ChannelBytes(FileChannel.open(file, StandardOpenOption.READ));
  }

  /**
   * Bytes of a file, whose size is taken once, at opening. Not a channel: that would be closed when
   * a thread that reads is interrupted, and takes 30 classes more to load.
   */
  static final class FileBytes implements WorkbookBytes {

    private final RandomAccessFile file;
    private final long length;

    FileBytes(Path path) throws IOException {
      this.file = open(path);
      this.length = file.length();
    }

    private static RandomAccessFile open(Path path) throws IOException {
      try {
        return new RandomAccessFile(path.toFile(), "r");
      } catch (FileNotFoundException refused) {
        if (Files.notExists(path)) {
          throw new NoSuchFileException(path.toString());
        }
        throw refused;
      }
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int wanted) throws IOException {
      synchronized (file) {
        file.seek(position);
        int total = 0;
        while (total < wanted) {
          int count = file.read(into, offset + total, wanted - total);
          if (count < 0) {
            break;
          }
          total += count;
        }
        return total;
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
