package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectBudgetTest {

  @Test
  void aNumberIsANumber() {
    assertThat(RejectBudget.of(2).passedBy(2, 0)).isEmpty();
    assertThat(RejectBudget.of(2).passedBy(3, 1000))
        .contains("expected at most 2 rejected rows, found 3");
    assertThat(RejectBudget.none().passedBy(0, 0)).isEmpty();
    assertThat(RejectBudget.unlimited().passedBy(Long.MAX_VALUE, 0)).isEmpty();
  }

  @Test
  void aShareIsOneOfTheRowsThatWereWanted() {
    assertThat(RejectBudget.ofShare(0.05).passedBy(5, 95)).isEmpty();
    assertThat(RejectBudget.ofShare(0.05).passedBy(6, 94))
        .contains("expected at most 5 % of the rows rejected, found 6 of 100, which is 6 %");
    assertThat(RejectBudget.ofShare(0.29).passedBy(29, 71)).as("29 are 0.29 of 100").isEmpty();
    assertThat(RejectBudget.ofShare(0.0125).passedBy(2, 1))
        .contains("expected at most 1.25 % of the rows rejected, found 2 of 3, which is 66.67 %");
    assertThat(RejectBudget.ofShare(0).passedBy(0, 0)).isEmpty();
    assertThat(RejectBudget.ofShare(0).passedBy(1, 9))
        .contains("expected at most 0 % of the rows rejected, found 1 of 10, which is 10 %");
    assertThat(RejectBudget.ofShare(1).passedBy(9, 0)).isEmpty();
  }

  @Test
  void bothBoundsHold() {
    RejectBudget both = RejectBudget.of(2).withShare(0.5);

    assertThat(both.passedBy(2, 2)).isEmpty();
    assertThat(both.passedBy(3, 97)).contains("expected at most 2 rejected rows, found 3");
    assertThat(both.passedBy(2, 1))
        .contains("expected at most 50 % of the rows rejected, found 2 of 3, which is 66.67 %");
  }

  /** What is said of a run wins. */
  @Test
  void aPipelineHasABudgetOfItsOwn() {
    Pipeline<DynamicRow> strict = pipeline(RejectBudget.none());
    Pipeline<DynamicRow> half = pipeline(RejectBudget.ofShare(0.5));

    assertThat(converting(pipeline(null)).run(upload()).outcome()).isEqualTo(Outcome.CONVERTED);
    assertThat(converting(strict).run(upload()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(converting(half).run(upload()).outcome()).isEqualTo(Outcome.CONVERTED);
    assertThat(converting(half).withRejectBudget(RejectBudget.none()).run(upload()).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(loading(pipeline(null)).run(upload()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(loading(half).run(upload()).outcome()).isEqualTo(Outcome.LOADED);
  }

  private static Pipeline<DynamicRow> pipeline(@Nullable RejectBudget budget) {
    RowSchema<DynamicRow> schema = RowSchema.builder().column("n", Integer.class).build();
    Pipeline.Builder<DynamicRow> pipeline =
        Pipeline.of("n", schema, LoadPlan.into(TableName.parse("n")).append());
    return (budget == null ? pipeline : pipeline.rejects(budget)).build();
  }

  private static Ingestion<DynamicRow> converting(Pipeline<DynamicRow> pipeline) {
    return Ingestion.converting(pipeline, new OneObject(), "bucket");
  }

  private static Ingestion<DynamicRow> loading(Pipeline<DynamicRow> pipeline) {
    return Ingestion.loading(
        pipeline,
        new OneObject(),
        "bucket",
        request -> new LoadResult(request.rows(), 0, request.rows()));
  }

  /** One of two rows is bad. */
  private static Upload upload() {
    byte[] workbook = WorkbookBuilder.workbook().sheet("data").row("n").row(1).row("x").bytes();
    return new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook));
  }

  @Test
  void whatIsNoBoundIsRefused() {
    assertThatThrownBy(() -> RejectBudget.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rejects: expected a number from 0 on, found -1");
    assertThatThrownBy(() -> RejectBudget.ofShare(20))
        .hasMessage("rejects: expected a share from 0 to 1, found 20.0");
    assertThatThrownBy(() -> RejectBudget.ofShare(Double.NaN))
        .hasMessage("rejects: expected a share from 0 to 1, found NaN");
  }
}
