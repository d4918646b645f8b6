package dev.ingest.format;

import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.io.OutputStream;

/** A file format for typed rows. Immutable; the same rows give the same bytes everywhere. */
public interface RowFormat {

  /** Returns the usual extension, without a dot. */
  String extension();

  /** Returns the media type. */
  String contentType();

  /** Starts a file. The writer does not close the stream. */
  <R> RowWriter<R> open(RowSchema<R> schema, OutputStream out) throws IOException;
}
