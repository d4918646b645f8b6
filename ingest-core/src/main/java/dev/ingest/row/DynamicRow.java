package dev.ingest.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a schema that was described without a record: its values by the names of the columns.
 * Immutable, as far as its values are.
 */
public final class DynamicRow {

  private final List<String> names;
  private final @Nullable Object[] values;

  /**
   * Makes a row.
   *
   * @param names the schema's own list
   * @param values one for each name, which nobody else changes
   */
  DynamicRow(List<String> names, @Nullable Object[] values) {
    this.names = names;
    this.values = values;
  }

  /** Returns the names of the columns in their order. */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the value of a column, null where it is absent.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public @Nullable Object get(String column) {
    int index = names.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "row: expected one of the columns %s, found \"%s\"".formatted(names, column));
    }
    return values[index];
  }

  /**
   * Returns the value of a column of a type, null where it is absent.
   *
   * @throws IllegalArgumentException if there is no such column, or it is of another type
   */
  public <T> @Nullable T get(String column, Class<T> type) {
    Object value = get(column);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "row: expected %s to be %s, found %s"
              .formatted(column, type.getName(), value.getClass().getName()));
    }
    return type.cast(value);
  }

  /** Returns the values in the order of the columns, absent ones null. */
  public List<@Nullable Object> values() {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object value : values) {
      all.add(value);
    }
    return Collections.unmodifiableList(all);
  }

  @Nullable Object value(int index) {
    return values[index];
  }

  @Nullable Object[] copyOfValues() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DynamicRow row
        && row.names.equals(names)
        && Arrays.equals(row.values, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Returns {@code DynamicRow[location=UK, value=null]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("DynamicRow[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=').append(values[i]);
    }
    return text.append(']').toString();
  }
}
