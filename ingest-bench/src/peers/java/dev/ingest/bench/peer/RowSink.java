package dev.ingest.bench.peer;

import dev.ingest.bench.workbook.ColumnKind;
import org.jspecify.annotations.Nullable;

/** Takes the cells of a sheet, its header row included, row by row. */
public interface RowSink {

  /** Returns what a column holds in the row that is being set: texts in the header. */
  ColumnKind kind(int column);

  /** Sets a value of the row: a text, a number's decimal, a date's serial, or a boolean's name. */
  void set(int column, @Nullable String value);

  /** Ends the row; values that were not set are empty. */
  void endRow();
}
