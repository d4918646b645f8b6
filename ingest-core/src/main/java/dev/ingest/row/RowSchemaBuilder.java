package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Describes rows without a record, column by column:
 *
 * <pre>{@code
 * RowSchema.builder()
 *     .column("location", String.class)
 *     .column("value", Double.class, column -> column.header("Value").nullable().lenient())
 *     .column("date", LocalDate.class, column -> column.datesAsText("dd.MM.yyyy"))
 *     .build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class RowSchemaBuilder {

  private final List<ColumnBuilder<?>> columns = new ArrayList<>();
  private DecoderRegistry decoders = DecoderRegistry.standard();
  private Policies policies = Policies.strict();

  RowSchemaBuilder() {}

  /** Adds a column that is strict in everything. */
  public <T> RowSchemaBuilder column(String name, Class<T> type) {
    columns.add(new ColumnBuilder<>(name, type));
    return this;
  }

  /** Adds a column, and says what of it is not strict. */
  public <T> RowSchemaBuilder column(
      String name, Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    columns.add(described.apply(new ColumnBuilder<>(name, type)));
    return this;
  }

  /** Says which decoder reads which type, for all columns. */
  public RowSchemaBuilder decoders(DecoderRegistry registry) {
    decoders = registry;
    return this;
  }

  /** Says what becomes of tables that are not as described; by default they are refused. */
  public RowSchemaBuilder policies(Policies other) {
    policies = other;
    return this;
  }

  /**
   * Ends the description. The schema is {@linkplain RowSchema#plain() plain}: a dynamic row takes
   * whatever values the columns decode to.
   *
   * @throws SchemaException if it makes no sense; it tells all that is wrong
   */
  public RowSchema<DynamicRow> build() {
    List<ColumnSchema<?>> made = built("schema", columns, decoders);
    SchemaChecks.checkPolicies(made, policies);
    return new RowSchema<>(made, DynamicBinding.of(made), true, policies);
  }

  /** Makes columns of their descriptions. */
  static List<ColumnSchema<?>> built(
      String schema, List<ColumnBuilder<?>> columns, DecoderRegistry decoders) {
    List<SchemaMistake> mistakes = new ArrayList<>();
    List<ColumnSchema<?>> made = new ArrayList<>();
    SchemaChecks checks = new SchemaChecks(mistakes);
    for (ColumnBuilder<?> column : columns) {
      checks.checkName(column.name); // those too that make no sense by themselves
      ColumnSchema<?> built = column.build(decoders, mistakes);
      if (built != null) {
        made.add(built);
      }
    }
    if (columns.isEmpty()) {
      mistakes.add(new SchemaMistake("", "", "expected columns, found none"));
    }
    checks.checkClaims(made);
    if (!mistakes.isEmpty()) {
      throw new SchemaException(schema, mistakes);
    }
    return made;
  }
}
