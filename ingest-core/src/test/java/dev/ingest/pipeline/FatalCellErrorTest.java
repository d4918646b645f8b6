package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.OnCellError;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.WorkbookSource;
import org.junit.jupiter.api.Test;

/** An error that refuses the file does so wherever it stands, and hides no other problem. */
class FatalCellErrorTest {

  record Row(
      String place,
      @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE) double value) {}

  @Test
  void oneCellRefusesTheFileAndAllProblemsAreTold() {
    OneObject store = new OneObject();
    IngestReport report =
        convert(
            store,
            WorkbookBuilder.workbook()
                .sheet("data")
                .row("place", "value")
                .row("a", 1)
                .row("b", "x")
                .row("c", CellError.REF)
                .row("d", CellError.NA));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(report.problems())
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.NOT_A_NUMBER, ProblemCode.FATAL_CELL_ERROR, ProblemCode.CELL_ERROR);
    assertThat(report.problemCount()).isEqualTo(3);
    assertThat(store.content()).as("nothing is written").isNull();
  }

  @Test
  void itIsToldEvenBehindMoreProblemsThanAreKept() {
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("place", "value");
    for (int i = 0; i < Accounting.PROBLEMS_KEPT + 5; i++) {
      sheet.row("a", "x");
    }

    IngestReport report = convert(new OneObject(), sheet.row("b", CellError.REF));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(report.problems()).hasSize(Accounting.PROBLEMS_KEPT + 1);
    assertThat(report.problems().get(Accounting.PROBLEMS_KEPT).code())
        .isEqualTo(ProblemCode.FATAL_CELL_ERROR);
    assertThat(report.problemCount()).isEqualTo(Accounting.PROBLEMS_KEPT + 6L);
  }

  private static IngestReport convert(OneObject store, WorkbookBuilder sheet) {
    Pipeline<Row> pipeline =
        Pipeline.of(
                "rows",
                RowSchema.of(Row.class).plain(),
                LoadPlan.into(TableName.parse("rows")).append())
            .build();
    return Ingestion.converting(pipeline, store, "bucket")
        .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", sheet.bytes())));
  }
}
