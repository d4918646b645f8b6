package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a kind of row, and how a row is made of their values and taken apart again.
 * Immutable and thread-safe; made once, used for many files.
 *
 * @param <R> the rows' type
 */
public final class RowSchema<R> {

  private final List<ColumnSchema<?>> columns;
  private final RowBinding<R> binding;

  private RowSchema(List<ColumnSchema<?>> columns, RowBinding<R> binding) {
    this.columns = List.copyOf(columns);
    this.binding = binding;
  }

  /**
   * Makes the schema of a record: each component is a column of its name, in their order. A
   * component is required unless it is an {@link java.util.Optional} or carries JSpecify's
   * {@code @Nullable}. Annotations: {@link Column}, {@link Lenient}, {@link NullTokens}, {@link
   * FillMerged}.
   *
   * @throws IllegalArgumentException if a component's type has no decoder, or an annotation makes
   *     no sense on it
   */
  public static <R extends Record> RowSchema<R> of(Class<R> type) {
    return of(type, DecoderRegistry.standard());
  }

  /** Makes the schema of a record with decoders of one's own. */
  public static <R extends Record> RowSchema<R> of(Class<R> type, DecoderRegistry decoders) {
    RecordColumns columns = new RecordColumns(type, decoders);
    return new RowSchema<>(columns.all(), RecordBinding.of(type));
  }

  /** Returns the columns in their order. */
  public List<ColumnSchema<?>> columns() {
    return columns;
  }

  /** Returns the names of the columns in their order. */
  public List<String> names() {
    return columns.stream().<String>map(ColumnSchema::name).toList();
  }

  /**
   * Returns the position of a column, counted from 0.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String column) {
    int index = names().indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "schema: expected one of the columns %s, found \"%s\"".formatted(names(), column));
    }
    return index;
  }

  /** Returns the values of a row in the order of the columns; absent ones are null. */
  public @Nullable Object[] values(R row) {
    return binding.values(row);
  }

  R row(@Nullable Object[] values) throws RowRefusedException {
    return binding.row(values);
  }

  /** Returns one column a line. */
  @Override
  public String toString() {
    return columns.stream().map(ColumnSchema::toString).collect(Collectors.joining("\n"));
  }
}
