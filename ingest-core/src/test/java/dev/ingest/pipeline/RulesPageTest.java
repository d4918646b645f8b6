package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.LengthUnit;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the tables on rules in {@code docs/semantics.md} is read from the page and run. */
class RulesPageTest {

  private static final Path PAGE = Path.of("../docs/semantics.md");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  /** A row of a table: what is declared, what the cells are, and what becomes of each row. */
  record Line(String declared, List<String> cells, List<String> fates) {}

  /** What the page declares, in Java; a row of the page that is not here fails. */
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
      Map.of(
          "skip(\"totals\", \"id\", \"Total.*\")", RowRule.skip("totals", "id", "Total.*"),
          "skip(\"totals\", \"id\", \"Total\")", RowRule.skip("totals", "id", "Total"),
          "stop(\"notes\", \"id\", \"Notes\")", RowRule.stop("notes", "id", "Notes"),
          "stopAfterBlank(2)", RowRule.stopAfterBlank(2),
          "uniqueKey(REJECT, \"id\")", RowRule.uniqueKey(DuplicateRows.REJECT, "id"),
          "uniqueKey(KEEP_FIRST, \"id\")", RowRule.uniqueKey(DuplicateRows.KEEP_FIRST, "id"),
          "uniqueKey(KEEP_LAST, \"id\")", RowRule.uniqueKey(DuplicateRows.KEEP_LAST, "id"),
          "uniqueKey(COLLAPSE_IDENTICAL, \"id\")",
              RowRule.uniqueKey(DuplicateRows.COLLAPSE_IDENTICAL, "id"));

  private static final Map<String, RowFilter<DynamicRow>> FILTERS =
      Map.of(
          "sameAsFirst(\"id\")", RowFilter.sameAsFirst("id"),
          "sameAsKey(\"id\", \"label\")",
              new RowFilter.SameAsKey<DynamicRow>("id", "label").of("b"));

  private static final RowSchema<DynamicRow> ROWS =
      RowSchema.builder()
          .column("id", String.class)
          .column("value", Integer.class, ColumnBuilder::nullable)
          .build();

  @ParameterizedTest
  @MethodSource
  void valuesThatAreAskedFor(Line line) {
    RowSchema<DynamicRow> schema = COLUMNS.get(line.declared());
    assertThat(schema).as(line.declared()).isNotNull();
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("value");
    line.cells().forEach(cell -> sheet.row(typed(cell)));

    assertThat(fates(schema, List.of(), List.of(), sheet)).isEqualTo(line.fates());
  }

  static List<Line> valuesThatAreAskedFor() throws IOException {
    return lines("valuesThatAreAskedFor");
  }

  @ParameterizedTest
  @MethodSource
  void rulesOfRows(Line line) {
    RowRule rule = RULES.get(line.declared());
    RowFilter<DynamicRow> filter = FILTERS.get(line.declared());
    assertThat(rule == null && filter == null).as(line.declared()).isFalse();
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("id", "value");
    line.cells().forEach(cells -> sheet.row(values(cells)));

    assertThat(
            fates(
                ROWS,
                filter == null ? List.of() : List.of(filter),
                rule == null ? List.of() : List.of(rule),
                sheet))
        .isEqualTo(line.fates());
  }

  static List<Line> rulesOfRows() throws IOException {
    return lines("rulesOfRows");
  }

  /** Else a table that was renamed, or whose form has changed, would hold nothing. */
  @Test
  void thePageHasTheTables() throws IOException {
    assertThat(valuesThatAreAskedFor()).hasSize(COLUMNS.size());
    assertThat(rulesOfRows()).hasSize(11);
  }

  private static <T> RowSchema<DynamicRow> column(
      Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    return RowSchema.builder().column("value", type, described).build();
  }

  private static List<Line> lines(String table) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("<!-- rows: RulesPageTest." + table + " -->");
    int rule = page.indexOf("|---|", from);
    String rows = page.substring(rule, page.indexOf("\n\n", rule));
    return rows.lines().skip(1).map(RulesPageTest::line).toList();
  }

  private static Line line(String row) {
    String[] cells = row.split("(?<!\\\\)\\|", -1);
    return new Line(
        codes(cells[1]).get(0),
        codes(cells[2]),
        Arrays.stream(cells[3].replace("`", "").split(",")).map(String::strip).toList());
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  /** A cell of one column, as a person would enter it. */
  private static Object typed(String cell) {
    if (cell.matches("[0-9.]+")) {
      return new BigDecimal(cell);
    }
    return cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(cell) : cell;
  }

  /** Two cells, parted by a space; a hyphen is a blank one. */
  private static @Nullable Object[] values(String cells) {
    return Arrays.stream(cells.split(" "))
        .map(cell -> cell.equals("-") ? null : typed(cell))
        .toArray();
  }

  private static <R> List<String> fates(
      RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules, WorkbookBuilder sheet) {
    List<String> fates = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", sheet.bytes()), ReadLimits.defaults());
        RowReader<R> reader = RowReader.open(workbook.sheets().get(0), schema, filters, rules)) {
      for (RowOutcome<R> row : reader) {
        fates.add(
            row instanceof RowOutcome.Rejected<R> rejected
                ? rejected.problems().get(0).code().name()
                : row.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      }
    }
    return fates;
  }
}
