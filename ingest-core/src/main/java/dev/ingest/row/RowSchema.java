package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.util.ArrayList;
import java.util.Collections;
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
  private final List<String> names;
  private final RowBinding<R> binding;
  private final boolean plain;

  private RowSchema(List<ColumnSchema<?>> columns, RowBinding<R> binding, boolean plain) {
    this.columns = List.copyOf(columns);
    this.names = namesOf(columns);
    this.binding = binding;
    this.plain = plain;
  }

  private static List<String> namesOf(List<ColumnSchema<?>> columns) {
    List<String> names = new ArrayList<>();
    for (ColumnSchema<?> column : columns) {
      names.add(column.name());
    }
    return Collections.unmodifiableList(names);
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
    return new RowSchema<>(columns.all(), RecordBinding.of(type), false);
  }

  /**
   * Makes the schema of a record from columns that are declared by hand, in the order of its
   * components; its annotations are not looked at, which at a cold start takes longer than to read
   * a small workbook.
   *
   * @throws IllegalArgumentException if the columns are not as many as the components, or of other
   *     types
   */
  public static <R extends Record> RowSchema<R> of(Class<R> type, List<ColumnSchema<?>> columns) {
    RecordBinding<R> binding = RecordBinding.of(type);
    binding.check(type, columns);
    return new RowSchema<>(columns, binding, false);
  }

  /**
   * Returns this schema with the promise that its record is plain: the constructor takes whatever
   * values the columns decode to, and the accessors give back just those. A conversion may then
   * copy values from the sheet to the file without making a row of them, which is several times as
   * fast and gives the same bytes and the same report. A record that checks or changes its values
   * must not be declared so: its checks might not be asked.
   */
  public RowSchema<R> plain() {
    return new RowSchema<>(columns, binding, true);
  }

  /** Returns whether {@link #plain()} was promised. */
  public boolean isPlain() {
    return plain;
  }

  /** Returns the columns in their order. */
  public List<ColumnSchema<?>> columns() {
    return columns;
  }

  /** Returns the names of the columns in their order. */
  public List<String> names() {
    return names;
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

  /** Returns one value of a row, null where it is absent. */
  public @Nullable Object value(R row, int column) {
    return binding.value(row, column);
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
