package dev.ingest.format;

import dev.ingest.row.RowSchema;
import dev.ingest.workbook.NumberText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** See {@link CsvFormat}. */
final class CsvWriter<R> implements RowWriter<R> {

  private static final int BUFFER = 64 << 10;

  private final RowSchema<R> schema;
  private final Writer out;

  CsvWriter(RowSchema<R> schema, OutputStream stream) throws IOException {
    this.schema = schema;
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()), BUFFER);
    line(schema.names().toArray());
  }

  @Override
  public void write(R row) throws IOException {
    line(schema.values(row));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  private void line(@Nullable Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      field(values[i]);
    }
    out.write('\n');
  }

  private void field(@Nullable Object value) throws IOException {
    if (value instanceof Double number) {
      out.write(NumberText.floating(number));
    } else if (value instanceof Float number) {
      out.write(floating(number));
    } else if (value instanceof BigDecimal number) {
      out.write(number.toPlainString());
    } else if (value instanceof LocalDateTime at) {
      out.write(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at));
    } else if (value instanceof CharSequence || value instanceof Enum) {
      text(value.toString());
    } else if (value != null) {
      out.write(value.toString());
    }
  }

  /** A decimal knows no negative zero. */
  private static String floating(float value) {
    String text = Float.toString(value);
    return value == 0 ? text : new BigDecimal(text).toPlainString();
  }

  private void text(String text) throws IOException {
    if (needsQuotes(text)) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
  }

  /** Empty text is not null; {@code \.} alone on a line would end the data before PostgreSQL 18. */
  private static boolean needsQuotes(String text) {
    if (text.isEmpty() || text.charAt(0) == '\\') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
  }
}
