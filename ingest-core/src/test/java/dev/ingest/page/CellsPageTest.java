package dev.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.format.RowWriter;
import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.random.CsvLines;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowReader;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a cell: each row of these tables declares a column, as a file does, and names
 * cells of it and the value, the null or the problem that each of them is.
 */
class CellsPageTest {

  private static final List<String> TABLES =
      List.of(
          "blank cells",
          "text",
          "numbers",
          "integers",
          "decimals",
          "dates",
          "dates with time",
          "times, durations, moments",
          "booleans",
          "errors and formulas",
          "null tokens and leniency",
          "numbers as text",
          "dates as text",
          "day and month",
          "lengths",
          "how a file stores a cell");

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cells(Row row) {
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("id", "value");
    row.codes(1).forEach(cell -> sheet.row("x", EnteredCell.of(cell)));

    assertThat(become(pipeline(row.code(0)), sheet.bytes())).isEqualTo(row.codes(2));
  }

  /** The overview: each type's value or problem, for one cell after the other. */
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void inShort(Row row) {
    assertThat(codes(PageTable.head("in short"), row))
        .isEqualTo(row.cells().stream().skip(1).map(cell -> cell.replace("`", "")).toList());
  }

  static List<Row> inShort() {
    return PageTable.rows("in short");
  }

  private static List<String> codes(Row head, Row row) {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("id", "value")
            .row("x", EnteredCell.of(row.code(0)))
            .bytes();
    List<String> all = new ArrayList<>();
    for (int i = 1; i < head.cells().size(); i++) {
      String becomes = become(pipeline(head.code(i)), workbook).get(0);
      int message = becomes.indexOf(": ");
      all.add(message < 0 ? becomes : becomes.substring(0, message));
    }
    return all;
  }

  static Stream<Row> cells() {
    return TABLES.stream().flatMap(table -> PageTable.rows(table).stream());
  }

  private static Pipeline<DynamicRow> pipeline(String declared) {
    return PipelineFile.parse(
        "page.yaml",
        """
        name: page
        columns: [{ name: id, type: text }, { name: value, type: %s }]
        load: { table: page, append: true }
        """
            .formatted(declared));
  }

  /** Returns the values as the output has them, nulls with their reason, and problems. */
  private static List<String> become(Pipeline<DynamicRow> pipeline, byte[] workbook) {
    List<String> all = new ArrayList<>();
    try (Workbook open =
            Workbook.open(WorkbookSource.of("a.xlsx", workbook), ReadOptions.defaults());
        RowReader<DynamicRow> rows = RowReader.open(open.sheets().get(0), pipeline.schema())) {
      Map<NullReason, Long> nulls = Map.of();
      long serials = 0;
      for (RowOutcome<DynamicRow> row = rows.next(); row != null; row = rows.next()) {
        Map<NullReason, Long> more = rows.nulls().byColumn().getOrDefault("value", Map.of());
        String bare = rows.serialsWithoutFormat() > serials ? " (SERIAL_WITHOUT_FORMAT)" : "";
        all.add(become(pipeline, row, added(nulls, more)) + bare);
        nulls = more;
        serials = rows.serialsWithoutFormat();
      }
    }
    return all;
  }

  private static String become(
      Pipeline<DynamicRow> pipeline, RowOutcome<DynamicRow> row, List<NullReason> nulls) {
    if (row instanceof Rejected<DynamicRow> rejected) {
      Problem problem = rejected.problems().get(0);
      return problem.code() + ": " + problem.message();
    }
    String field = field(pipeline, ((Accepted<DynamicRow>) row).value());
    return field == null ? "null (" + nulls.get(0) + ")" : field;
  }

  private static List<NullReason> added(Map<NullReason, Long> before, Map<NullReason, Long> after) {
    return after.keySet().stream()
        .filter(reason -> !after.get(reason).equals(before.get(reason)))
        .toList();
  }

  private static @Nullable String field(Pipeline<DynamicRow> pipeline, DynamicRow row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RowWriter<DynamicRow> writer = pipeline.format().open(pipeline.schema(), out);
      writer.write(row);
      writer.finish();
    } catch (IOException impossible) {
      throw new AssertionError("memory does not fail", impossible);
    }
    return CsvLines.of(out.toString(UTF_8)).get(1).get(1);
  }
}
