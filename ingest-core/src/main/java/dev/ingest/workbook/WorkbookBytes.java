package dev.ingest.workbook;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a workbook, read at any position. Thread-safe. */
public interface WorkbookBytes extends Closeable {

  /** Returns how many bytes there are. */
  long length();

  /**
   * Reads bytes from a position, as many as are asked for unless the end comes first.
   *
   * @return how many were read, 0 at or past the end
   */
  int read(long position, byte[] into, int offset, int length) throws IOException;
}
