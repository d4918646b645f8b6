package dev.ingest.aws.redshift;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.io.OutputStream;

/**
 * CSV in which Redshift's {@code COPY} tells null and the empty text apart: it takes an empty field
 * of a text column for the empty text, in quotes or not, so null is written as {@link #NULL}.
 * Everything else is as {@link CsvFormat} has it. A text that equals the mark is refused, so that
 * none can become null.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "Data conversion parameters", {@code NULL
 * AS} and {@code EMPTYASNULL}.
 */
public record RedshiftCsv() implements RowFormat {

  /** What is written for null. */
  public static final String NULL = "@null:7fae9c@";

  @Override
  public String extension() {
    return "redshift.csv";
  }

  @Override
  public String contentType() {
    return new CsvFormat().contentType();
  }

  @Override
  public <R> RowWriter<R> open(RowSchema<R> schema, OutputStream out) throws IOException {
    return new CsvFormat().open(schema, new NullMarks(out));
  }
}
