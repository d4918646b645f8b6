package dev.ingest.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.report.ReportHtml;
import dev.ingest.report.ReportJson;
import dev.ingest.report.ReportText;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A row other than the first is compared with only where that is declared, and the report says so.
 */
class LateAnchorTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  private static final String NOTE =
      "row 4 is the first whose day can be read; rows are compared with it, and not with the first"
          + " row";

  private final OneObject store = new OneObject();

  @Test
  void theReportSaysWhichRowItIs() {
    IngestReport report = convert(rows().row("a", "soon").row("b", 1).row("c", DAY), List.of());

    assertThat(report.warnings()).containsExactly(NOTE);
    assertThat(report.anchors()).isEqualTo(Map.of("day", DAY));
    assertThat(report.rows().rejected()).isEqualTo(2);
    assertThat(new String(store.content(), UTF_8)).isEqualTo("id,day\nc,2020-02-01\n");
    assertThat(report.output()).isNotNull();
    assertThat(report.output().location()).contains("out/2020-02-01/run.csv");
    assertThat(ReportText.of(report))
        .contains("anchor    day 2020-02-01\n")
        .contains("note      " + NOTE + "\n");
    assertThat(ReportJson.of(report))
        .contains("\"warnings\":[\"" + NOTE + "\"]")
        .contains("{\"code\":\"LATE_ANCHOR\",\"count\":1,\"message\":\"" + NOTE + "\"}");
    assertThat(ReportHtml.of(report)).contains("<li>" + NOTE + "</li>", "<dt>same day</dt>");
  }

  @Test
  void nothingIsSaidWhereItIsTheFirst() {
    IngestReport report =
        convert(rows().row().row("a", DAY).row("b", DAY.plusDays(1)).row("c", "soon"), List.of());

    assertThat(report.warnings()).isEmpty();
    assertThat(report.rows().filtered())
        .isEqualTo(Map.of("same day as the first readable row", 1L));
  }

  /** Rows that are passed over set no example: the first of data is compared with. */
  @Test
  void rowsThatRulesPassOverAreNotLookedAt() {
    IngestReport report =
        convert(
            rows().row("Total", DAY.plusDays(9)).row("a", DAY),
            List.of(RowRule.skip("totals", "id", "Total")));

    assertThat(report.anchors()).isEqualTo(Map.of("day", DAY));
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void aFileWithoutSuchARowIsRefusedByTheFirst() {
    IngestReport report = convert(rows().row("a", "soon").row("b", "later"), List.of());

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(report.problems().get(0).describe())
        .isEqualTo(
            "data!B2 (day): expected a date, found text \"soon\"; correct this cell, since all rows"
                + " are compared with it; no row below has what is needed");
  }

  private static WorkbookBuilder rows() {
    return WorkbookBuilder.workbook().sheet("data").row("id", "day");
  }

  private IngestReport convert(WorkbookBuilder workbook, List<RowRule> rules) {
    RowSchema<DynamicRow> schema =
        RowSchema.builder().column("id", String.class).column("day", LocalDate.class).build();
    Pipeline.Builder<DynamicRow> pipeline =
        Pipeline.of("days", schema, LoadPlan.into(TableName.parse("days")).append())
            .filter(RowFilter.sameAsFirst("day", AnchorRow.FIRST_READABLE))
            .outputKey("out/{day}/{run}.csv");
    rules.forEach(pipeline::rule);
    return Ingestion.converting(pipeline.build(), store, "bucket")
        .withRunIds(() -> "run")
        .run(new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook.bytes())));
  }
}
