package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /** Null for the default, which most have: so its classes need not be loaded. */
  private final @Nullable Policies policies;

  RowSchema(
      List<ColumnSchema<?>> columns,
      RowBinding<R> binding,
      boolean plain,
      @Nullable Policies policies) {
    this.columns = List.copyOf(columns);
    this.names = namesOf(columns);
    this.binding = binding;
    this.plain = plain;
    this.policies = policies;
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
   * {@code @Nullable}.
   *
   * <p>Annotations say what is not the default: {@link Column} where a column is found; {@link
   * Lenient}, {@link NullTokens}, {@link OnCellError} what is null; {@link DatesAsText}, {@link
   * NumericDates}, {@link NumbersAsText}, {@link BooleansAsText} what text is a value; {@link
   * Decimal}, {@link MaxLength} how much fits; {@link AtLeast}, {@link AtMost}, {@link Matches},
   * {@link OneOf} which values there are; {@link TruncateTime}, {@link Zone}, {@link FillMerged}
   * and {@link Sensitive}.
   *
   * @throws SchemaException if a component's type has no decoder, or an annotation makes no sense
   *     on it; it tells all that is wrong
   */
  public static <R extends Record> RowSchema<R> of(Class<R> type) {
    return of(type, DecoderRegistry.standard());
  }

  /** Makes the schema of a record with decoders of one's own. */
  public static <R extends Record> RowSchema<R> of(Class<R> type, DecoderRegistry decoders) {
    List<ColumnSchema<?>> columns = new RecordColumns(type).built(decoders);
    return new RowSchema<>(columns, RecordBinding.of(type), false, null);
  }

  /**
   * Makes the schema of a record from columns that are declared by hand, in the order of its
   * components; its annotations are not looked at, which at a cold start takes longer than to read
   * a small workbook.
   *
   * @throws IllegalArgumentException if the columns are not as many as the components, or of other
   *     types
   * @throws SchemaException if two of them claim the same header, position or name
   */
  public static <R extends Record> RowSchema<R> of(Class<R> type, List<ColumnSchema<?>> columns) {
    RecordBinding<R> binding = RecordBinding.of(type);
    binding.check(type, columns);
    SchemaChecks.refuseClaims(type.getName(), columns);
    return new RowSchema<>(columns, binding, false, null);
  }

  /** Starts the schema of rows without a record. */
  public static RowSchemaBuilder builder() {
    return new RowSchemaBuilder();
  }

  /**
   * Returns this schema with other answers to tables that are not as it says.
   *
   * @throws SchemaException if they declare that there is no header, and a column is found by one
   */
  public RowSchema<R> withPolicies(Policies other) {
    SchemaChecks.checkPolicies(columns, other);
    return new RowSchema<>(columns, binding, plain, other);
  }

  /** Returns what becomes of tables that are not as this schema says. */
  public Policies policies() {
    return policies == null ? Policies.strict() : policies;
  }

  /** Returns whether no policy was declared, without asking for any. */
  boolean hasDefaultPolicies() {
    return policies == null;
  }

  /**
   * Returns this schema with a column in place of the one of its name.
   *
   * @throws IllegalArgumentException if there is none, or it is of another type
   */
  RowSchema<R> with(ColumnSchema<?> column) {
    List<ColumnSchema<?>> changed = new ArrayList<>(columns);
    changed.set(indexOf(column.name()), column);
    return new RowSchema<>(changed, binding, plain, policies);
  }

  /**
   * Returns this schema with the promise that its record is plain: the constructor takes whatever
   * values the columns decode to, and the accessors give back just those. A conversion may then
   * copy values from the sheet to the file without making a row of them, which is several times as
   * fast and gives the same bytes and the same report. A record that checks or changes its values
   * must not be declared so: its checks might not be asked.
   */
  public RowSchema<R> plain() {
    return new RowSchema<>(columns, binding, true, policies);
  }

  /** Returns whether {@link #plain()} was promised, and no policy wants to see the rows. */
  public boolean isPlain() {
    return plain && !hidesRows();
  }

  /** Returns whether a column is to be decided by its own cells, without a class to ask. */
  boolean wantsWitnesses() {
    for (ColumnSchema<?> column : columns) {
      if (column.wantsWitnesses()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether rows that are hidden are not read like others. */
  boolean hidesRows() {
    return policies != null && policies.hidden() != HiddenRows.READ;
  }

  /** Returns the columns in their order. */
  public List<ColumnSchema<?>> columns() {
    return columns;
  }

  /** Returns the names of the columns in their order. */
  public List<String> names() {
    return names;
  }

  /** Returns the names of the columns whose values must not stand in logs and reports. */
  public Set<String> sensitive() {
    Set<String> sensitive = new LinkedHashSet<>();
    for (ColumnSchema<?> column : columns) {
      if (column.sensitive()) {
        sensitive.add(column.name());
      }
    }
    return sensitive;
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

  /**
   * Returns a column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ColumnSchema<?> column(String name) {
    return columns.get(indexOf(name));
  }

  /** Returns one column a line, and the policies where they are not the default. */
  @Override
  public String toString() {
    String text = columns.stream().map(ColumnSchema::toString).collect(Collectors.joining("\n"));
    return policies().equals(Policies.strict()) ? text : text + "\n(" + policies + ")";
  }
}
