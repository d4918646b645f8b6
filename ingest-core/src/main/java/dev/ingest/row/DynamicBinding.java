package dev.ingest.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds rows without a record. */
record DynamicBinding(List<String> names) implements RowBinding<DynamicRow> {

  static DynamicBinding of(List<ColumnSchema<?>> columns) {
    return new DynamicBinding(columns.stream().<String>map(ColumnSchema::name).toList());
  }

  /** The reader uses its array again for the next row. */
  @Override
  public DynamicRow row(@Nullable Object[] values) {
    return new DynamicRow(names, values.clone());
  }

  @Override
  public @Nullable Object value(DynamicRow row, int column) {
    return row.value(column);
  }

  @Override
  public @Nullable Object[] values(DynamicRow row) {
    return row.copyOfValues();
  }
}
