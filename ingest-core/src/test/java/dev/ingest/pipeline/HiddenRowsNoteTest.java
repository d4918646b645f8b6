package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.Policies;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The note about hidden rows says what became of them, and not what becomes of them elsewhere. */
class HiddenRowsNoteTest {

  @Test
  void theyAreReadLikeTheOthers() {
    IngestReport report = convert(HiddenRows.READ, two());

    assertThat(report.rows().accepted()).isEqualTo(3);
    assertThat(report.warnings())
        .containsExactly("2 rows are hidden in the sheet; they were read like the others");
  }

  @Test
  void theyAreLeftOut() {
    IngestReport report = convert(HiddenRows.SKIP, two());

    assertThat(report.rows().filtered()).isEqualTo(Map.of("hidden row", 2L));
    assertThat(report.warnings())
        .containsExactly("2 rows are hidden in the sheet; they were left out");
  }

  @Test
  void theyAreRejected() {
    IngestReport report = convert(HiddenRows.REJECT, two());

    assertThat(report.rows().rejected()).isEqualTo(2);
    assertThat(report.warnings())
        .containsExactly("2 rows are hidden in the sheet; they were not taken (HIDDEN_ROW)");
  }

  @Test
  void oneRowIsOne() {
    WorkbookBuilder one = sheet().row("a").hiddenRow("b");

    assertThat(convert(HiddenRows.SKIP, one).warnings())
        .containsExactly("1 row is hidden in the sheet; it was left out");
    assertThat(convert(HiddenRows.SKIP, sheet().row("a")).warnings()).isEmpty();
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data").row("id");
  }

  private static WorkbookBuilder two() {
    return sheet().row("a").hiddenRow("b").hiddenRow("c");
  }

  private static IngestReport convert(HiddenRows hidden, WorkbookBuilder workbook) {
    RowSchema<DynamicRow> schema =
        RowSchema.builder()
            .policies(Policies.strict().with(hidden))
            .column("id", String.class)
            .build();
    Pipeline<DynamicRow> pipeline =
        Pipeline.of("ids", schema, LoadPlan.into(TableName.parse("ids")).append()).build();
    return Ingestion.converting(pipeline, new OneObject(), "bucket")
        .run(new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook.bytes())));
  }
}
