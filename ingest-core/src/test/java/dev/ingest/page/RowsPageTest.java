package dev.ingest.page;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.LengthUnit;
import dev.ingest.definition.PipelineFile;
import dev.ingest.page.PageTable.Row;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of rows, by policies, filters and rules, and by what is asked of their values. */
class RowsPageTest {

  /** What the page declares as annotations, in Java; a row of the page that is not here fails. */
  private static final Map<String, RowSchema<DynamicRow>> COLUMNS =
      Map.of(
          "@AtLeast(\"1\") int", column(int.class, c -> c.atLeast(1)),
          "@AtMost(\"1.5\") BigDecimal",
              column(BigDecimal.class, c -> c.atMost(new BigDecimal("1.5"))),
          "@AtLeast(\"2020-01-01\") LocalDate",
              column(LocalDate.class, c -> c.atLeastText("2020-01-01")),
          "@Matches(\"[A-Z]{2}\") String", column(String.class, c -> c.matches("[A-Z]{2}")),
          "@OneOf({\"EUR\", \"USD\"}) String", column(String.class, c -> c.oneOf("EUR", "USD")),
          "@MaxLength(value = 3, unit = UTF8_BYTES) String",
              column(String.class, c -> c.maxLength(3, LengthUnit.UTF8_BYTES)));

  private static final Map<String, RowRule> RULES =
      Map.ofEntries(
          entry("skip(\"totals\", \"id\", \"Total.*\")", RowRule.skip("totals", "id", "Total.*")),
          entry("skip(\"totals\", \"id\", \"Total\")", RowRule.skip("totals", "id", "Total")),
          entry("stop(\"notes\", \"id\", \"Notes\")", RowRule.stop("notes", "id", "Notes")),
          entry("skip(blank(\"id\"))", RowRule.skip(RowCondition.blank("id"))),
          entry("skip(notBlank(\"value\"))", RowRule.skip(RowCondition.notBlank("value"))),
          entry(
              "skip(equalTo(\"value\", \"1\"))", RowRule.skip(RowCondition.equalTo("value", "1"))),
          entry(
              "skip(below(\"value\", 0))",
              RowRule.skip(RowCondition.below("value", BigDecimal.ZERO))),
          entry(
              "stop(above(\"value\", 9))",
              RowRule.stop(RowCondition.above("value", BigDecimal.valueOf(9)))),
          entry("stopAfterBlank(2)", RowRule.stopAfterBlank(2)),
          entry("uniqueKey(REJECT, \"id\")", RowRule.uniqueKey(DuplicateRows.REJECT, "id")),
          entry("uniqueKey(KEEP_FIRST, \"id\")", RowRule.uniqueKey(DuplicateRows.KEEP_FIRST, "id")),
          entry("uniqueKey(KEEP_LAST, \"id\")", RowRule.uniqueKey(DuplicateRows.KEEP_LAST, "id")),
          entry(
              "uniqueKey(COLLAPSE_IDENTICAL, \"id\")",
              RowRule.uniqueKey(DuplicateRows.COLLAPSE_IDENTICAL, "id")));

  private static final Map<String, RowFilter<DynamicRow>> FILTERS =
      Map.of(
          "sameAsFirst(\"id\")",
          RowFilter.sameAsFirst("id"),
          "sameAsFirst(\"value\")",
          RowFilter.sameAsFirst("value"),
          "sameAsFirst(\"id\", FIRST_READABLE)",
          RowFilter.sameAsFirst("id", AnchorRow.FIRST_READABLE),
          "sameAsFirst(\"value\", FIRST_READABLE)",
          RowFilter.sameAsFirst("value", AnchorRow.FIRST_READABLE),
          "sameAsKey(\"id\", \"label\")",
          new RowFilter.SameAsKey<DynamicRow>("id", "label").of("b"),
          "in(\"known\", \"id\", \"a\", \"c\")",
          RowFilter.in("known", "id", "a", "c"),
          "notIn(\"known\", \"value\", 1)",
          RowFilter.notIn("known", "value", 1),
          "keep(\"small\", row -> value(row) < 2)",
          RowFilter.keep("small", row -> (Integer) Objects.requireNonNull(row.get("value")) < 2),
          "rows(\"upper\", row -> row < 4)",
          RowFilter.rows("upper", row -> row < 4));

  private static final RowSchema<DynamicRow> ROWS =
      RowSchema.builder()
          .column("id", String.class)
          .column("value", Integer.class, ColumnBuilder::nullable)
          .build();

  private static final Map<String, RowSchema<DynamicRow>> TWO_COLUMNS =
      Map.of(
          "text, text", ofTwo(String.class, c -> c),
          "text, integer", ofTwo(Integer.class, c -> c),
          "text, lenient integer", ofTwo(Integer.class, c -> c.nullable().lenient()),
          "text, date", ofTwo(LocalDate.class, c -> c));

  private static <T> RowSchema<DynamicRow> ofTwo(
      Class<T> type, UnaryOperator<ColumnBuilder<T>> value) {
    return RowSchema.builder().column("id", String.class).column("value", type, value).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void valuesThatAreAskedFor(Row row) {
    RowSchema<DynamicRow> schema = Objects.requireNonNull(COLUMNS.get(row.code(0)));
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("value");
    row.codes(1).forEach(cell -> sheet.row(EnteredCell.of(cell)));

    assertThat(WrittenRows.fates(schema, List.of(), List.of(), sheet.bytes()))
        .isEqualTo(row.words(2));
  }

  static List<Row> valuesThatAreAskedFor() {
    return PageTable.rows("values that are asked for");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void rulesOfRows(Row row) {
    RowRule rule = Objects.requireNonNull(RULES.get(row.code(0)));

    assertThat(
            WrittenRows.fates(ROWS, List.of(), List.of(rule), WrittenRows.workbook(row.codes(1))))
        .isEqualTo(row.words(2));
  }

  static List<Row> rulesOfRows() {
    return PageTable.rows("rules of rows");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void filters(Row row) {
    assertThat(filtered(row)).isEqualTo(row.words(2));
  }

  private static List<String> filtered(Row row) {
    List<RowFilter<DynamicRow>> filters =
        row.codes(0).stream().map(code -> Objects.requireNonNull(FILTERS.get(code))).toList();
    return WrittenRows.fates(ROWS, filters, List.of(), WrittenRows.workbook(row.codes(1)));
  }

  static List<Row> filters() {
    return PageTable.rows("filters");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void policies(Row row) {
    assertThat(judged(row)).isEqualTo(row.words(2));
  }

  private static List<String> judged(Row row) {
    String policy = row.code(0).equals("(none)") ? "" : row.code(0);
    RowSchema<DynamicRow> schema =
        PipelineFile.parse(
                "page.yaml",
                """
                name: page
                columns: [{ name: id, type: text }, { name: value, type: integer }]
                load: { table: page, append: true }
                %s
                """
                    .formatted(policy))
            .schema();
    return WrittenRows.fates(schema, List.of(), List.of(), WrittenRows.workbook(row.codes(1)));
  }

  static List<Row> policies() {
    return PageTable.rows("rows");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void repeatedHeaders(Row row) {
    RowSchema<DynamicRow> schema = Objects.requireNonNull(TWO_COLUMNS.get(row.code(0)));

    assertThat(WrittenRows.fates(schema, List.of(), List.of(), WrittenRows.workbook(row.codes(1))))
        .isEqualTo(row.words(2));
  }

  static List<Row> repeatedHeaders() {
    return PageTable.rows("repeated headers");
  }

  private static <T> RowSchema<DynamicRow> column(
      Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    return RowSchema.builder().column("value", type, described).build();
  }
}
