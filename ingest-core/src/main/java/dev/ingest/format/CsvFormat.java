package dev.ingest.format;

import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.io.OutputStream;

/**
 * CSV as RFC 4180 has it, in UTF-8 with LF, a header and commas, so that PostgreSQL and Redshift
 * read the same values from it: null is the empty field, the empty text is {@code ""}; numbers and
 * dates are never quoted; text is quoted where it must be, and where a database could take it for
 * something else.
 */
public record CsvFormat() implements RowFormat {

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8; header=present";
  }

  @Override
  public <R> RowWriter<R> open(RowSchema<R> schema, OutputStream out) throws IOException {
    return new CsvWriter<>(schema, out);
  }
}
