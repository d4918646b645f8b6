package dev.ingest.random;

import dev.ingest.decode.DecoderRegistry;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.Policies;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.RowSchemaBuilder;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.workbook.SheetSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A random kind of table and a random sheet that holds one, more or less: what the laws are held
 * to. Samples that fail are printed as the file that declares them.
 */
public record RandomTable(
    List<RandomColumn<?>> columns,
    Policies policies,
    List<Said<RowFilter<DynamicRow>>> filters,
    List<Said<RowRule>> rules,
    RandomSheet sheet) {

  private static final LoadPlan APPEND = LoadPlan.into(TableName.parse("rows")).append();

  /** Returns the schema, as the builder makes it. */
  public RowSchema<DynamicRow> schema() {
    RowSchemaBuilder schema =
        RowSchema.builder().policies(policies).decoders(DecoderRegistry.standard());
    columns.forEach(column -> column.declareIn(schema));
    return schema.build();
  }

  /** Returns the pipeline, which appends. */
  public Pipeline<DynamicRow> pipeline() {
    Pipeline.Builder<DynamicRow> builder = Pipeline.of("rows", schema(), APPEND);
    filters.forEach(filter -> builder.filter(filter.java()));
    rules.forEach(rule -> builder.rule(rule.java()));
    return builder.sheet(SheetSelector.named(RandomSheet.NAME)).build();
  }

  /** Returns what a reader tells of a workbook, asked for one row after the other. */
  public Reading<DynamicRow> reading(byte[] workbook) {
    return Reading.of(workbook, schema(), filtersOfTheUpload(), rulesOfRows());
  }

  /** Returns what a reader tells that has its rows decoded ahead. */
  public Reading<DynamicRow> readingAhead(byte[] workbook) {
    return Reading.ahead(workbook, schema(), filtersOfTheUpload(), rulesOfRows());
  }

  private List<RowFilter<DynamicRow>> filtersOfTheUpload() {
    List<RowFilter<DynamicRow>> known = new ArrayList<>();
    for (Said<RowFilter<DynamicRow>> said : filters) {
      RowFilter<DynamicRow> filter = said.java();
      known.add(
          filter instanceof RowFilter.SameAsKey<DynamicRow> same ? same.of(Told.LABEL) : filter);
    }
    return known;
  }

  private List<RowRule> rulesOfRows() {
    return rules.stream().map(Said::java).toList();
  }

  /** Returns this table with one more rule, which passes over nothing: all rows are objects. */
  public RandomTable withARule() {
    List<Said<RowRule>> more = new ArrayList<>(rules);
    more.add(new Said<>("", RowRule.skip("nothing", columns.get(0).name(), "(?!)")));
    return new RandomTable(columns, policies, filters, more, sheet);
  }

  /**
   * Returns this table with one more filter on whole rows, which turns nothing away: what is
   * accepted is an object, and may have been decoded ahead.
   */
  public RandomTable withAFilter() {
    List<Said<RowFilter<DynamicRow>>> more = new ArrayList<>(filters);
    more.add(new Said<>("", RowFilter.keep("all", row -> true)));
    return new RandomTable(columns, policies, more, rules, sheet);
  }

  /** Returns this table without filters and rules. */
  public RandomTable withoutRules() {
    return new RandomTable(columns, policies, List.of(), List.of(), sheet);
  }

  /** Returns whether a file can declare all of it. */
  public boolean hasFileForm() {
    return columns.stream().allMatch(RandomColumn::hasFileForm)
        && filters.stream().noneMatch(Said::isOfJavaOnly)
        && rules.stream().noneMatch(Said::isOfJavaOnly);
  }

  /** Returns the file that declares all of it. */
  public String file() {
    return """
        name: rows
        sheet: { named: data }
        header: { row: %s, missing: %s, unexpected: %s }
        hiddenRows: %s
        columns:
        %s
        %s%sload: { table: rows, append: true }
        """
        .formatted(
            row(policies.header()),
            policies.missing() == MissingColumn.FAIL ? "fail" : "null",
            word(policies.unexpected()),
            word(policies.hidden()),
            columns.stream()
                .map(column -> "  - " + column.file())
                .collect(Collectors.joining("\n")),
            list("rules", rules),
            list("filters", filters));
  }

  private static String list(String name, List<? extends Said<?>> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .map(item -> "  - { " + item + " }\n")
            .collect(Collectors.joining("", name + ":\n", ""));
  }

  private static String row(HeaderRow row) {
    return row.isSearched() ? "search" : row.isNone() ? "none" : Integer.toString(row.number());
  }

  private static String word(UnexpectedColumn unexpected) {
    return unexpected.name().toLowerCase(Locale.ROOT);
  }

  private static String word(HiddenRows hidden) {
    return hidden.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return file() + sheet;
  }
}
