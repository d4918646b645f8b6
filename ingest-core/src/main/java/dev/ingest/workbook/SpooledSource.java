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

  /** Bytes kept in memory before a temporary file is used. */
  static final int MEMORY_LIMIT = 32 << 20;

  static WorkbookSource of(String name, InputStream stream) throws IOException {
    byte[] head = stream.readNBytes(MEMORY_LIMIT);
    if (head.length < MEMORY_LIMIT) {
      return new MemorySource(name, head);
    }
    Path file = Files.createTempFile("ingest-", ".workbook");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      stream.transferTo(out);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
    return new SpooledSource(name, file);
  }

  @Override
  public WorkbookBytes open() throws IOException {
    return new ChannelBytes(
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE));
  }
}
