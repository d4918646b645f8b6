package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.problem.Masking;
import dev.ingest.report.ReportText;
import dev.ingest.report.RunFiles;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database says of rows comes back as cells of the workbook. */
class RefusedCellsTest {

  private static final String LONG = "value too long for type character varying(7)";

  @TempDir Path folder;

  @Test
  void theFileIsRefusedAndTheReportHasTheCell() {
    IngestReport report = metrics(new RefusedRow(2, List.of("metric"), "22001", LONG));

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 5 = kept 4 + filtered 1
            filtered  1 not: same date as the first row
            nulls     value 2 (#N/A 2)
            csv       STORE/bucket/output/uk_2020-02-01/run-1.csv (4 rows, 126 bytes)
            problem   data!B3 (metric): expected a value that table metrics takes (value too long for type character varying(7); SQLSTATE 22001), found "metric2"; correct the workbook, or the table
            outcome   refused""");
    assertThat(report.problemCount()).isEqualTo(1);
  }

  /** The first row that is filtered is data!A5, the fourth of the sheet. */
  @Test
  void rowsThatWereNotKeptAreNotCounted() {
    assertThat(
            problems(
                metrics(
                    new RefusedRow(3, List.of("value"), "23502", "null value"),
                    new RefusedRow(4, List.of("location", "date"), "23505", "duplicate key"),
                    new RefusedRow(4, List.of(), "P0001", "an error"))))
        .containsExactly(
            "data!C4 (value): expected a value that table metrics takes (null value; SQLSTATE 23502), found \"#N/A\"; correct the workbook, or the table",
            "data!A6 (location): expected values of location, date that table metrics takes (duplicate key; SQLSTATE 23505), found others; correct the workbook, or the table",
            "data!A6 (location): expected a row that table metrics takes (an error; SQLSTATE P0001), found one that it refuses; correct the workbook, or the table");
  }

  @Test
  void columnsThatTheFileHasNotAreNotNamed() {
    assertThat(
            problems(
                metrics(
                    new RefusedRow(1, List.of("id", "metric"), "23514", "violates check"),
                    new RefusedRow(2, List.of("id"), "", "no code"))))
        .containsExactly(
            "data!B2 (metric): expected a value that table metrics takes (violates check; SQLSTATE 23514), found \"metric1\"; correct the workbook, or the table",
            "data!A3 (location): expected a row that table metrics takes (no code), found one that it refuses; correct the workbook, or the table");
  }

  @Test
  void whatIsSensitiveIsHiddenEverywhere() throws Exception {
    IngestReport report =
        ingestion(refusing(new RefusedRow(2, List.of("metric"), "22001", LONG)))
            .withMasking(Masking.of(Set.of("metric")).withKey(new byte[32]))
            .withRecorder(RunFiles.in(store(), "reports"))
            .run(upload(ExampleWorkbooks.metrics()));

    assertThat(problems(report))
        .containsExactly(
            "data!B3 (metric): expected a value that table metrics takes (value too long for type character varying(7); SQLSTATE 22001), found ***** (7 characters, hash 009fce); correct the workbook, or the table");
    assertThat(folder.resolve("reports/output/reports/run-1/rejects.jsonl"))
        .content()
        .contains("\"code\":\"DATABASE_REFUSED\"")
        .contains("\"cell\":\"data!B3\"")
        .doesNotContain("metric2");
    assertThat(folder.resolve("reports/output/reports/run-1/report.html"))
        .content()
        .contains("value too long for type character varying(7)")
        .doesNotContain("metric2");
    assertThat(folder.resolve("reports/output/reports/run-1/annotated.xlsx")).exists();
  }

  record Order(String id, @Nullable Integer pieces) {}

  /** Rules are asked row by row, and a row without a number is rejected beside. */
  @Test
  void rejectedRowsAndRulesAreOnTheWay() throws Exception {
    Pipeline<Order> orders =
        Pipeline.of(
                "orders",
                RowSchema.of(Order.class),
                LoadPlan.into(TableName.parse("orders")).append())
            .rule(RowRule.skip("totals", "id", "Total.*"))
            .rule(RowRule.uniqueKey(DuplicateRows.KEEP_LAST, "id"))
            .build();
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("pieces", "id")
            .row(1, "a")
            .row()
            .row(2, "b")
            .row("three", "c")
            .row(6, "Total all")
            .row(4, "a")
            .row(-5, "d")
            .bytes();

    IngestReport report =
        Ingestion.loading(
                orders,
                store(),
                "bucket",
                refusing(new RefusedRow(3, List.of("pieces"), "23514", "violates \"positive\"")))
            .withRejectBudget(RejectBudget.of(1))
            .withRunIds(() -> "run-1")
            .run(new Upload("uk/orders.xlsx", WorkbookSource.of("orders.xlsx", workbook)));

    assertThat(problems(report))
        .containsExactly(
            "data!A8 (pieces): expected a value that table orders takes (violates \"positive\"; SQLSTATE 23514), found \"-5\"; correct the workbook, or the table",
            "data!A5 (pieces): expected a number, found text \"three\"");
    assertThat(report.problemCount()).isEqualTo(2);
    assertThat(report.problemsByColumn().get("pieces")).hasSize(2);
    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
  }

  @Test
  void thatTheSearchHasEndedIsSaid() {
    RefusedRow[] rows =
        IntStream.range(0, 100)
            .mapToObj(i -> new RefusedRow(1 + i % 4, List.of("metric"), "22001", LONG))
            .toArray(RefusedRow[]::new);

    assertThat(metrics(rows).warnings())
        .containsExactly(
            "the table was asked for the first 100 rows that it refuses; there may be more");
  }

  @Test
  void aFailureThatNamesNoRowIsOneOfTheEnvironment() {
    assertThatThrownBy(() -> metrics())
        .isInstanceOf(LoadException.class)
        .hasMessage("table metrics: refused");
    assertThatThrownBy(() -> metrics(new RefusedRow(5, List.of("metric"), "22001", LONG)))
        .isInstanceOf(LoadException.class)
        .hasMessage("table metrics: refused");
  }

  private IngestReport metrics(RefusedRow... rows) {
    return ingestion(refusing(rows)).run(upload(ExampleWorkbooks.metrics()));
  }

  private Ingestion<?> ingestion(TableLoader loader) {
    return Ingestion.loading(MetricsPipeline.into(MetricsPipeline.TABLE), store(), "bucket", loader)
        .withRunIds(() -> "run-1");
  }

  private static TableLoader refusing(RefusedRow... rows) {
    return request -> {
      throw new LoadException(Reason.ROWS_REFUSED, "table metrics: refused", null)
          .refusing(List.of(rows));
    };
  }

  private static Upload upload(byte[] workbook) {
    return new Upload("uk/metrics.xlsx", WorkbookSource.of("metrics.xlsx", workbook));
  }

  private DirectoryObjectStore store() {
    return new DirectoryObjectStore(folder);
  }

  private String text(IngestReport report) {
    return ReportText.of(report).replace(folder.toString(), "STORE");
  }

  private static List<String> problems(IngestReport report) {
    return report.problems().stream().map(problem -> problem.describe()).toList();
  }
}
