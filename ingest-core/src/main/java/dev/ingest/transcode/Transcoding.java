package dev.ingest.transcode;

import dev.ingest.row.RowFilter;
import dev.ingest.row.RowFilter.SameAsFirst;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CsvField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether the rows of a pipeline can be transcoded. */
public final class Transcoding {

  private Transcoding() {}

  /**
   * Returns a transcoder, or null where the schema is not plain, a column's decoder is not one of
   * the catalogue, or a filter wants to see rows.
   *
   * @param reader stands behind the first data row, whose values it has taken down
   * @param keyColumns positions of the columns whose distinct values are wanted
   */
  public static @Nullable Transcoder of(
      RowSchema<?> schema,
      List<? extends RowFilter<?>> filters,
      RowReader<?> reader,
      DateSystem dates,
      int[] keyColumns,
      ByteSink out) {
    DayTexts days = new DayTexts(dates);
    Columns columns = schema.isPlain() ? Columns.of(schema, reader.header(), days) : null;
    Anchor[] anchors = new Anchor[filters.size()];
    for (int i = 0; columns != null && i < anchors.length; i++) {
      Anchor anchor = anchor(schema, filters.get(i), reader);
      if (anchor == null) {
        return null;
      }
      anchors[i] = anchor;
    }
    return columns == null
        ? null
        : new Transcoder(
            new BatchTranscodings(
                schema, reader.header(), days, anchors, keyColumns, line(reader.repeatedHeader())),
            reader.nulls(),
            out);
  }

  /** Returns texts as the output has them in a line, or null where there are none. */
  private static byte @Nullable [] line(List<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (String text : texts) {
      line.writeBytes(CsvField.of(text.getBytes(StandardCharsets.UTF_8)));
      line.write(',');
    }
    byte[] bytes = line.toByteArray();
    bytes[bytes.length - 1] = '\n';
    return bytes;
  }

  private static @Nullable Anchor anchor(
      RowSchema<?> schema, RowFilter<?> filter, RowReader<?> reader) {
    if (!(filter instanceof SameAsFirst<?> same)) {
      return null;
    }
    Object value = reader.anchors().get(same.column());
    return value instanceof LocalDate || value instanceof String
        ? anchor(schema.indexOf(same.column()), same.name(), value.toString())
        : null;
  }

  /** Text with half a surrogate pair has no bytes to compare by. */
  private static @Nullable Anchor anchor(int column, String filter, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8).equals(text)
        ? new Anchor(column, filter, CsvField.of(bytes))
        : null;
  }
}
