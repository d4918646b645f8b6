package dev.ingest.format;

import dev.ingest.row.RowSchema;
import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.DecimalBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** See {@link CsvFormat}. */
final class CsvWriter<R> implements RowWriter<R> {

  private final RowSchema<R> schema;
  private final ByteSink out;
  private final CsvText texts;
  private final CsvDays days;

  CsvWriter(RowSchema<R> schema, OutputStream stream) throws IOException {
    this.schema = schema;
    this.out = stream instanceof ByteSink sink ? sink : new ByteSink(stream);
    this.texts = new CsvText(out);
    this.days = new CsvDays(out);
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
    out.flushIfFull();
  }

  private void field(@Nullable Object value) throws IOException {
    if (value instanceof String text) {
      texts.write(text);
    } else if (value instanceof Double number) {
      floating(number);
    } else if (value instanceof LocalDate day) {
      days.write(day);
    } else if (value instanceof Float number) {
      ascii(floating(number));
    } else if (value instanceof BigDecimal number) {
      ascii(number.toPlainString());
    } else if (value instanceof LocalDateTime at) {
      ascii(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at));
    } else if (value instanceof CharSequence || value instanceof Enum) {
      texts.write(value.toString());
    } else if (value != null) {
      ascii(value.toString());
    }
  }

  private void floating(double value) {
    int end = DecimalBytes.write(value, true, out.room(DecimalBytes.ROOM), out.mark());
    if (end < 0) {
      ascii(NumberText.floating(value));
    } else {
      out.endAt(end);
    }
  }

  /** A decimal knows no negative zero. */
  private static String floating(float value) {
    String text = Float.toString(value);
    return value == 0 ? text : new BigDecimal(text).toPlainString();
  }

  private void ascii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }
}
