package dev.ingest.format;

import dev.ingest.row.RowSchema;
import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.DecimalBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** See {@link CsvFormat}. */
final class CsvWriter<R> implements RowWriter<R> {

  /** Bytes of a usual field with its comma: see {@link CsvText} and {@link DecimalBytes#ROOM}. */
  private static final int MOST = 64;

  private static final byte[] ABSENT = {','};

  private final RowSchema<R> schema;
  private final ByteSink out;
  private final long[] nulls;
  private final CsvText texts = new CsvText();
  private final CsvDays days = new CsvDays();

  CsvWriter(RowSchema<R> schema, OutputStream stream) throws IOException {
    this.schema = schema;
    this.nulls = new long[schema.columns().size()];
    this.out = stream instanceof ByteSink sink ? sink : new ByteSink(stream);
    line(schema.names().toArray());
  }

  @Override
  public void write(R row) throws IOException {
    line(schema.values(row));
  }

  @Override
  public long[] nulls() {
    return nulls.clone();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  /**
   * Each field brings the comma behind it, the last one of which becomes the end of the line. All
   * go straight to their place in the buffer, with room for the usual ones made once a line.
   */
  private void line(@Nullable Object[] values) throws IOException {
    int usual = (values.length + 1) * MOST;
    byte[] room = out.room(usual);
    int at = out.mark();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      int end = value instanceof Double number ? DecimalBytes.write(number, true, room, at) : -1;
      if (end >= 0) {
        room[end] = ',';
        at = end + 1;
      } else {
        byte[] field = field(value);
        if (value == null) {
          nulls[i]++;
        }
        if (field.length > MOST) {
          out.endAt(at);
          room = out.room(usual + field.length);
        }
        System.arraycopy(field, 0, room, at, field.length);
        at += field.length;
      }
    }
    at = values.length == 0 ? at + 1 : at;
    room[at - 1] = '\n';
    out.endAt(at);
    out.flushIfFull();
  }

  private byte[] field(@Nullable Object value) throws IOException {
    if (value instanceof String text) {
      return texts.field(text);
    }
    if (value instanceof LocalDate day) {
      return days.field(day);
    }
    if (value == null) {
      return ABSENT;
    }
    return isNeverQuoted(value)
        ? (plain(value) + ',').getBytes(StandardCharsets.UTF_8)
        : texts.field(value.toString());
  }

  /** Of a type of one's own nobody knows what its text holds. */
  private static boolean isNeverQuoted(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof Temporal
        || value instanceof Duration;
  }

  private static String plain(Object value) {
    if (value instanceof Double number) {
      return NumberText.floating(number);
    }
    if (value instanceof Float number) {
      return floating(number);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof LocalDateTime at
        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at)
        : value.toString();
  }

  /** A decimal knows no negative zero. */
  private static String floating(float value) {
    String text = Float.toString(value);
    return value == 0 ? text : new BigDecimal(text).toPlainString();
  }
}
