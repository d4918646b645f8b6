package dev.ingest.row;

import dev.ingest.row.RowFilter.SameAsFirst;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the row that the others are compared with, where that need not be the first: in a pass
 * of its own, so that rows above it are known to be compared before they are read.
 */
final class AnchorSearch {

  /**
   * The row.
   *
   * @param number counted from 1
   * @param values its values, by column
   */
  record Found(int number, Map<String, Object> values) {}

  private AnchorSearch() {}

  /** Returns the columns that ask for the first row in which they can be read. */
  static List<String> columns(List<? extends RowFilter<?>> filters) {
    List<String> columns = new ArrayList<>();
    for (RowFilter<?> filter : filters) {
      if (filter instanceof SameAsFirst<?> same && same.anchor() == AnchorRow.FIRST_READABLE) {
        columns.add(same.column());
      }
    }
    return columns;
  }

  /** Reads up to the row that has a value in each of these columns; null where there is none. */
  static @Nullable Found in(RowReader<?> reader, List<String> columns) {
    for (SheetRow row = reader.advance(); row != null; row = reader.advance()) {
      if (reader.passedOver(row) == null) {
        Map<String, Object> values = values(reader, columns);
        if (values.keySet().containsAll(columns)) {
          return new Found(row.number(), values);
        }
      }
    }
    return null;
  }

  private static Map<String, Object> values(RowReader<?> reader, List<String> columns) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String column : columns) {
      Object value = reader.cells().decode(reader.schema().indexOf(column));
      if (value != null) {
        values.put(column, value);
      }
    }
    return values;
  }
}
