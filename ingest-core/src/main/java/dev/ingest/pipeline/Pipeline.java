package dev.ingest.pipeline;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadPlan;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of one kind of workbook: where its table is, what its rows are, which are kept,
 * and where they go. Immutable and thread-safe.
 *
 * @param name for reports and settings
 * @param sheet which sheet
 * @param schema what a row is
 * @param filters which rows are kept, in the order they are asked
 * @param rules which rows are no data, and which exclude each other
 * @param uploadKey the form of an upload's key
 * @param outputKey the form of the output's key; its parts are those of the upload's key, the
 *     columns of {@link RowFilter#sameAsFirst}, and {@code run}
 * @param format the output's format
 * @param plan what a load does
 * @param limits how much the reader takes in
 * @param guards what a load must not do to its table; see {@link Ingestion#withLoadOptions}
 * @param rejects how many rows may be rejected, or null where that is the ingestion's default
 * @param <R> the rows' type
 */
public record Pipeline<R>(
    String name,
    SheetSelector sheet,
    RowSchema<R> schema,
    List<RowFilter<R>> filters,
    List<RowRule> rules,
    KeyPattern uploadKey,
    KeyPattern outputKey,
    RowFormat format,
    LoadPlan plan,
    ReadLimits limits,
    LoadGuards guards,
    @Nullable RejectBudget rejects) {

  /** Refuses a description that contradicts itself. */
  public Pipeline {
    filters = List.copyOf(filters);
    rules = List.copyOf(rules);
    checkOutputKey(filters, uploadKey, outputKey);
    checkPlan(schema, plan);
    checkColumnFilters(schema, filters, uploadKey);
    checkSensitive(schema, filters, outputKey);
    for (String column : guards.maxNullShares().keySet()) {
      schema.indexOf(column); // refuses one that is none
    }
    if (!rules.isEmpty()) {
      RowRule.check(schema, rules);
    }
  }

  /** Starts a description. */
  public static <R> Builder<R> of(String name, RowSchema<R> schema, LoadPlan plan) {
    return new Builder<>(name, schema, plan);
  }

  /** Returns this description with another sheet or range. */
  public Pipeline<R> withSheet(SheetSelector other) {
    return new Pipeline<>(
        name, other, schema, filters, rules, uploadKey, outputKey, format, plan, limits, guards,
        rejects);
  }

  /** Returns this description with another load. */
  public Pipeline<R> withPlan(LoadPlan other) {
    return new Pipeline<>(
        name, sheet, schema, filters, rules, uploadKey, outputKey, format, other, limits, guards,
        rejects);
  }

  /** Returns this description with another format of the output. */
  public Pipeline<R> withFormat(RowFormat other) {
    return new Pipeline<>(
        name, sheet, schema, filters, rules, uploadKey, outputKey, other, plan, limits, guards,
        rejects);
  }

  /** Returns this description with another form of the output's key. */
  public Pipeline<R> withOutputKey(String template) {
    KeyPattern other = KeyPattern.of(template);
    return new Pipeline<>(
        name, sheet, schema, filters, rules, uploadKey, other, format, plan, limits, guards,
        rejects);
  }

  /** Returns this description with other guards of its loads. */
  public Pipeline<R> withGuards(LoadGuards other) {
    return new Pipeline<>(
        name, sheet, schema, filters, rules, uploadKey, outputKey, format, plan, limits, other,
        rejects);
  }

  /** Returns this description with other limits of reading. */
  public Pipeline<R> withLimits(ReadLimits other) {
    return new Pipeline<>(
        name, sheet, schema, filters, rules, uploadKey, outputKey, format, plan, other, guards,
        rejects);
  }

  /** Returns this description with one more filter. */
  public Pipeline<R> withFilter(RowFilter<R> filter) {
    List<RowFilter<R>> more = new ArrayList<>(filters);
    more.add(filter);
    return new Pipeline<>(
        name, sheet, schema, more, rules, uploadKey, outputKey, format, plan, limits, guards,
        rejects);
  }

  private static void checkOutputKey(
      List<? extends RowFilter<?>> filters, KeyPattern uploadKey, KeyPattern outputKey) {
    List<String> known = new ArrayList<>(uploadKey.names());
    for (RowFilter<?> filter : filters) {
      if (filter instanceof RowFilter.SameAsFirst<?> same) {
        known.add(same.column());
      }
    }
    known.add("run");
    for (String part : outputKey.names()) {
      if (!known.contains(part)) {
        throw new IllegalArgumentException(
            "output key %s: expected parts among %s, found {%s}".formatted(outputKey, known, part));
      }
    }
    if (!outputKey.names().contains("run")) {
      throw new IllegalArgumentException(
          "output key %s: expected the part {run}, since no two loads may share an object"
              .formatted(outputKey));
    }
  }

  private static void checkColumnFilters(
      RowSchema<?> schema, List<? extends RowFilter<?>> filters, KeyPattern uploadKey) {
    for (RowFilter<?> filter : filters) {
      if (filter instanceof RowFilter.SameAsKey<?> same) {
        schema.indexOf(same.column());
        if (!uploadKey.names().contains(same.part())) {
          throw new IllegalArgumentException(
              "sameAsKey: expected a part of %s, found {%s}".formatted(uploadKey, same.part()));
        }
      } else if (filter instanceof RowFilter.In<?> in) {
        checkValues(schema.column(in.column()), in.values());
      }
    }
  }

  private static void checkValues(ColumnSchema<?> column, List<Object> values) {
    for (Object value : values) {
      if (!column.type().isInstance(value)) {
        throw new IllegalArgumentException(
            "in: expected values of the type of \"%s\" (%s), found %s"
                .formatted(
                    column.name(),
                    column.type().getSimpleName(),
                    value.getClass().getSimpleName()));
      }
    }
  }

  /** Keys are shown in logs and reports; no value of a sensitive column may stand there. */
  private static void checkSensitive(
      RowSchema<?> schema, List<? extends RowFilter<?>> filters, KeyPattern outputKey) {
    for (RowFilter<?> filter : filters) {
      String column =
          filter instanceof RowFilter.SameAsKey<?> same
              ? same.column()
              : filter instanceof RowFilter.SameAsFirst<?> first
                      && outputKey.names().contains(first.column())
                  ? first.column()
                  : null;
      if (column != null && schema.column(column).sensitive()) {
        throw new IllegalArgumentException(
            "pipeline: expected no sensitive column in a key, found \"%s\"".formatted(column));
      }
    }
  }

  private static void checkPlan(RowSchema<?> schema, LoadPlan plan) {
    if (plan instanceof LoadPlan.ReplacePartition replace) {
      checkNeverNull(schema, "replacePartition", replace.columns());
    } else if (plan instanceof LoadPlan.Upsert upsert) {
      checkNeverNull(schema, "upsert", upsert.keyColumns());
    }
  }

  private static void checkNeverNull(RowSchema<?> schema, String plan, List<String> columns) {
    for (String name : columns) {
      ColumnSchema<?> column = schema.columns().get(schema.indexOf(name));
      if (column.nullable()) {
        throw new IllegalArgumentException(
            plan + ": expected columns that are never null, found \"" + name + '"');
      }
    }
  }

  /**
   * Collects a description; what is not said has a default.
   *
   * @param <R> the rows' type
   */
  public static final class Builder<R> {

    private final String name;
    private final RowSchema<R> schema;
    private final LoadPlan plan;
    private final List<RowFilter<R>> filters = new ArrayList<>();
    private final List<RowRule> rules = new ArrayList<>();
    private SheetSelector sheet = SheetSelector.onlyVisible();
    private KeyPattern uploadKey = KeyPattern.of("{label}/{file}.xlsx");
    private KeyPattern outputKey = KeyPattern.of("output/{label}/{run}.csv");
    private RowFormat format = new CsvFormat();
    private ReadLimits limits = ReadLimits.defaults();
    private LoadGuards guards = LoadGuards.none();
    private @Nullable RejectBudget rejects;

    private Builder(String name, RowSchema<R> schema, LoadPlan plan) {
      this.name = name;
      this.schema = schema;
      this.plan = plan;
    }

    /** Says which sheet; by default the only visible one. */
    public Builder<R> sheet(SheetSelector selector) {
      sheet = selector;
      return this;
    }

    /** Adds a filter. */
    public Builder<R> filter(RowFilter<R> filter) {
      filters.add(filter);
      return this;
    }

    /** Adds a rule. */
    public Builder<R> rule(RowRule rule) {
      rules.add(rule);
      return this;
    }

    /** Says the form of an upload's key; by default {@code {label}/{file}.xlsx}. */
    public Builder<R> uploadKey(String template) {
      uploadKey = KeyPattern.of(template);
      return this;
    }

    /** Says the form of the output's key; by default {@code output/{label}/{run}.csv}. */
    public Builder<R> outputKey(String template) {
      outputKey = KeyPattern.of(template);
      return this;
    }

    /** Says the output's format; by default CSV. */
    public Builder<R> format(RowFormat rowFormat) {
      format = rowFormat;
      return this;
    }

    /** Says how much the reader takes in. */
    public Builder<R> limits(ReadLimits readLimits) {
      limits = readLimits;
      return this;
    }

    /** Says what a load must not do to its table; by default nothing. */
    public Builder<R> guards(LoadGuards loadGuards) {
      guards = loadGuards;
      return this;
    }

    /** Says how many rows may be rejected; by default what {@link Ingestion} has for its kind. */
    public Builder<R> rejects(RejectBudget budget) {
      rejects = budget;
      return this;
    }

    /** Ends the description. */
    public Pipeline<R> build() {
      return new Pipeline<>(
          name, sheet, schema, filters, rules, uploadKey, outputKey, format, plan, limits, guards,
          rejects);
    }
  }
}
