package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Problem;
import dev.ingest.problem.Severity;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a file with bad rows. The value {@code #REF!} refuses the file. */
class FilesPageTest {

  private static final Pipeline<DynamicRow> PIPELINE =
      Pipeline.of(
              "page",
              RowSchema.builder()
                  .column("id", String.class)
                  .column("value", Integer.class, FilesPageTest::value)
                  .build(),
              LoadPlan.into(TableName.parse("page")).replacePartition("id"))
          .build();

  private static ColumnBuilder<Integer> value(ColumnBuilder<Integer> column) {
    return column.nullable().onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void files(Row row) {
    assertThat(outcomes(row))
        .isEqualTo(List.of(row.code(1), row.code(2), row.code(3), row.code(4)));
  }

  static List<Row> files() {
    return PageTable.rows("files");
  }

  private static List<String> outcomes(Row row) {
    byte[] workbook = WrittenRows.workbook(row.codes(0));
    return List.of(
        outcome(Ingestion.converting(PIPELINE, new OneObject(), "bucket"), workbook),
        outcome(loading(), workbook),
        outcome(loading().withRejectBudget(RejectBudget.of(1)), workbook),
        outcome(loading().withRejectBudget(RejectBudget.ofShare(0.5)), workbook));
  }

  private static Ingestion<DynamicRow> loading() {
    return Ingestion.loading(
        PIPELINE,
        new OneObject(),
        "bucket",
        request -> new LoadResult(request.rows(), 0, request.rows()));
  }

  private static String outcome(Ingestion<DynamicRow> ingestion, byte[] workbook) {
    IngestReport report =
        ingestion.run(new Upload("b/file.xlsx", WorkbookSource.of("file.xlsx", workbook)));
    if (report.outcome() != Outcome.REFUSED) {
      return "%s accepted".formatted(report.rows().accepted());
    }
    return report.problems().stream()
        .filter(problem -> problem.severity() == Severity.FILE)
        .map(Problem::describe)
        .collect(Collectors.joining(" / "));
  }
}
