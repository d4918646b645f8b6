package dev.ingest.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one type to one file. Not thread-safe.
 *
 * @param <R> the rows' type
 */
public interface RowWriter<R> {

  /** Writes one row. */
  void write(R row) throws IOException;

  /**
   * Returns how many nulls were written so far, by column in the schema's order; null where the
   * writer does not count them. They are compared with the nulls that have a reason.
   */
  default long @Nullable [] nulls() {
    return null;
  }

  /** Writes what is buffered and ends the file. */
  void finish() throws IOException;
}
