package dev.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where a workbook comes from. Each call of {@link #open()} gives the same bytes again. */
public interface WorkbookSource {

  /** Returns the name for messages: a file name or an object's location. */
  String name();

  /** Opens the bytes; the caller closes them. */
  WorkbookBytes open() throws IOException;

  /** Returns a source on a file, which is not read into memory. */
  static WorkbookSource of(Path file) {
    return new PathSource(file);
  }

  /** Returns a source on bytes in memory, which are not copied. */
  static WorkbookSource of(String name, byte[] bytes) {
    return new MemorySource(name, bytes);
  }

  /** Reads a stream within the default limits; see {@link #of(String, InputStream, ReadLimits)}. */
  static WorkbookSource of(String name, InputStream stream) throws IOException {
    return of(name, stream, ReadLimits.defaults());
  }

  /**
   * Reads a stream to its end and returns a source on what it held: in memory up to {@link
   * ReadLimits#spooledMemory()}, past that in a temporary file that {@link WorkbookBytes#close()}
   * deletes. Such a source can be opened once. The stream is not closed.
   *
   * @throws WorkbookException if the stream holds more than {@link ReadLimits#sourceBytes()}
   */
  static WorkbookSource of(String name, InputStream stream, ReadLimits limits) throws IOException {
    return SpooledSource.of(name, stream, limits);
  }
}
