package dev.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A stream read to its end: small ones stay in memory, large ones go to a temporary file. */
record SpooledSource(String name, Path file) implements WorkbookSource {

  private static final int PIECE = 64 << 10;

  static WorkbookSource of(String name, InputStream stream, ReadLimits limits) throws IOException {
    byte[] head = stream.readNBytes(limits.spooledMemory());
    if (head.length < limits.spooledMemory()) {
      return new MemorySource(name, head);
    }
    Path file = Files.createTempFile("ingest-", ".workbook");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      copy(name, stream, out, limits.sourceBytes(), head.length);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
    return new SpooledSource(name, file);
  }

  /** Copies what is left; a stream without end must not fill the disk. */
  private static void copy(
      String name, InputStream stream, OutputStream out, long limit, long already)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long total = already;
    int count = stream.read(piece);
    while (count >= 0) {
      total += count;
      if (total > limit) {
        throw ReadLimits.exceeded(name, "sourceBytes", limit);
      }
      out.write(piece, 0, count);
      count = stream.read(piece);
    }
  }

  @Override
  public WorkbookBytes open() throws IOException {
    return new ChannelBytes(
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE));
  }
}
