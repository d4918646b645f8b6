package dev.ingest.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.Lenient;
import dev.ingest.row.NullTokens;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The law, whatever the sheet holds: each physical row has one fate, each accepted row is a line of
 * the output, each null of a column is an empty field and has a reason.
 */
class AccountingProperties {

  record Row(
      String location,
      @NullTokens({"n/a", "-"}) @Nullable String comment,
      @Lenient @Nullable Double value,
      LocalDate date) {}

  private static final LoadPlan APPEND = LoadPlan.into(TableName.parse("rows")).append();

  @Property(tries = 400)
  void everyRowAndEveryNullIsAccountedFor(
      @ForAll("sheets") List<SheetLine> sheet,
      @ForAll("rules") List<RowRule> rules,
      @ForAll boolean sameDate,
      @ForAll boolean british) {
    Pipeline.Builder<Row> builder = Pipeline.of("rows", RowSchema.of(Row.class), APPEND);
    if (sameDate) {
      builder.filter(RowFilter.sameAsFirst("date"));
    }
    if (british) {
      builder.filter(RowFilter.keep("British", row -> row.location().equals("UK")));
    }
    rules.forEach(builder::rule);
    OneObject store = new OneObject();

    IngestReport report =
        Ingestion.converting(builder.build(), store, "bucket")
            .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook(sheet))));

    assertThat(report.rows().balances()).as("%s", report.rows()).isTrue();
    if (report.outcome() == Outcome.REFUSED) {
      assertThat(store.content()).isNull();
    } else {
      assertThat(report.rows().physical()).isEqualTo(sheet.size() + 1L);
      assertAgrees(report, fields(new String(store.content(), UTF_8)));
    }
  }

  /** What a report shows of a cell is what the cell of that address holds. */
  @Property(tries = 200)
  void theAddressOfAProblemIsThatOfItsCell(
      @ForAll("sheets") List<SheetLine> sheet, @ForAll("rules") List<RowRule> rules) {
    Pipeline.Builder<Row> builder = Pipeline.of("rows", RowSchema.of(Row.class), APPEND);
    rules.forEach(builder::rule);
    byte[] workbook = workbook(sheet);

    IngestReport report =
        Ingestion.converting(builder.build(), new OneObject(), "bucket")
            .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));

    Map<CellAddress, String> stored = stored(workbook);
    for (Problem problem : report.problems()) {
      CellAddress cell = problem.cell();
      if (cell != null) {
        assertThat(problem.raw())
            .as("%s", problem)
            .isEqualTo(Problem.shortened(stored.getOrDefault(cell, "")));
      }
    }
  }

  private static Map<CellAddress, String> stored(byte[] bytes) {
    Map<CellAddress, String> stored = new HashMap<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("a.xlsx", bytes), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        for (int column = 1; column <= 5; column++) {
          Cell cell = row.cell(column);
          String raw = cell.isBlank() ? "" : cell.raw();
          stored.put(new CellAddress("data", row.number(), column), raw);
        }
      }
    }
    return stored;
  }

  /** Some rules that do not contradict each other. */
  @Provide
  Arbitrary<List<RowRule>> rules() {
    Arbitrary<RowRule> skip = Arbitraries.just(RowRule.skip("skip", "comment", "oops|true"));
    Arbitrary<RowRule> stop = Arbitraries.just(RowRule.stop("stop", "location", "n/a|43862"));
    Arbitrary<RowRule> blank = Arbitraries.integers().between(1, 2).map(RowRule::stopAfterBlank);
    Arbitrary<RowRule> key =
        Arbitraries.of(DuplicateRows.class)
            .map(duplicates -> RowRule.uniqueKey(duplicates, "location", "date"));
    return Combinators.combine(
            skip.list().ofMaxSize(1),
            stop.list().ofMaxSize(1),
            blank.list().ofMaxSize(1),
            key.list().ofMaxSize(1))
        .as((a, b, c, d) -> Stream.of(a, b, c, d).flatMap(List::stream).toList());
  }

  private static void assertAgrees(IngestReport report, List<List<@Nullable String>> csv) {
    List<String> names = csv.get(0);
    List<List<@Nullable String>> lines = csv.subList(1, csv.size());

    assertThat(lines).hasSize((int) report.rows().accepted());
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      long empty = lines.stream().filter(line -> line.get(column) == null).count();
      assertThat(nulls(report, names.get(i))).as(names.get(i)).isEqualTo(empty);
    }
  }

  private static long nulls(IngestReport report, String column) {
    Map<NullReason, Long> reasons = report.nulls().getOrDefault(column, Map.of());
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A row of a random sheet: its distance from the one above, and its cells. */
  record SheetLine(int gap, List<@Nullable Object> cells) {}

  @Provide
  Arbitrary<List<SheetLine>> sheets() {
    Arbitrary<Object> day = Arbitraries.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 1, 31));
    Arbitrary<@Nullable Object> odd =
        Arbitraries.of(
            0.65,
            -1,
            1e300,
            43862,
            true,
            "",
            " \u00a0",
            "n/a",
            "oops",
            "a,b \"c\"\nd",
            CellError.NA,
            CellError.REF,
            CellXml.uncalculated("1+1"),
            CellXml.styled("60", 1),
            LocalDateTime.of(2020, 2, 1, 19, 0));
    Arbitrary<@Nullable Object> any = odd.injectNull(0.3);
    Arbitrary<Object> place = Arbitraries.of("UK", "FR");
    Arbitrary<List<@Nullable Object>> good =
        Combinators.combine(place, any, any, day).as((p, c, v, d) -> listOf(p, c, v, d));
    Arbitrary<List<@Nullable Object>> bad = any.list().ofMinSize(0).ofMaxSize(5);
    Arbitrary<SheetLine> line =
        Combinators.combine(
                Arbitraries.integers().between(1, 3), Arbitraries.oneOf(good, good, bad))
            .as(SheetLine::new);
    return line.list().ofMaxSize(12);
  }

  private static List<@Nullable Object> listOf(@Nullable Object... values) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(value);
    }
    return list;
  }

  private static byte[] workbook(List<SheetLine> sheet) {
    WorkbookBuilder builder =
        WorkbookBuilder.workbook().sheet("data").row("location", "comment", "value", "date");
    int number = 1;
    for (SheetLine line : sheet) {
      number += line.gap();
      builder.rowAt(number, line.cells().toArray());
    }
    return builder.bytes();
  }

  /** Splits CSV; an empty field is null, an empty pair of quotes the empty text. */
  private static List<List<@Nullable String>> fields(String csv) {
    List<List<@Nullable String>> lines = new ArrayList<>();
    List<@Nullable String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        wasQuoted = true;
      } else if (!quoted && (c == ',' || c == '\n')) {
        line.add(field.length() == 0 && !wasQuoted ? null : field.toString());
        field.setLength(0);
        wasQuoted = false;
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    return lines;
  }
}
