package dev.ingest.transcode;

import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.bytes.ByteSink;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what copies the rows of a sheet: one for each batch, since each remembers what it saw. */
final class BatchTranscodings implements Supplier<BatchTranscoding> {

  private final RowSchema<?> schema;
  private final HeaderMatch header;
  private final DayTexts days;
  private final Anchor[] anchors;
  private final int[] keyColumns;
  private final byte @Nullable [] line;

  /**
   * Prepares them.
   *
   * @param line the line that repeats the header; null where none can be taken for data
   */
  BatchTranscodings(
      RowSchema<?> schema,
      HeaderMatch header,
      DayTexts days,
      Anchor[] anchors,
      int[] keyColumns,
      byte @Nullable [] line) {
    this.schema = schema;
    this.header = header;
    this.days = days;
    this.anchors = anchors;
    this.keyColumns = keyColumns;
    this.line = line;
  }

  int columnCount() {
    return schema.columns().size();
  }

  /** Returns the name of a filter. */
  String filter(int index) {
    return anchors[index].filter();
  }

  @Override
  public BatchTranscoding get() {
    return new BatchTranscoding(columns(), anchors, keyColumns, line);
  }

  /** Returns what copies rows to a sink, on the reader's thread. */
  RowTranscoder rows(ByteSink out, NullNotes nulls) {
    return new RowTranscoder(columns(), anchors, keyColumns, line, out, nulls);
  }

  private Columns columns() {
    return Objects.requireNonNull(Columns.of(schema, header, days), "known to be standard");
  }
}
