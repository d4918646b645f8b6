package dev.ingest.format;

import java.io.IOException;

/**
 * Writes rows of one type to one file. Not thread-safe.
 *
 * @param <R> the rows' type
 */
public interface RowWriter<R> {

  /** Writes one row. */
  void write(R row) throws IOException;

  /** Writes what is buffered and ends the file. */
  void finish() throws IOException;
}
