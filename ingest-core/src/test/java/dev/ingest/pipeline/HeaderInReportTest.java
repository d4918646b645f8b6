package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.report.ReportJson;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a report says of the header: of a sound one, a refused one, and a row that is none. */
class HeaderInReportTest {

  @Test
  void aSoundHeaderIsToldWithItsReason() {
    assertThat(header(sheet().row("Sales").row("city", "code", "note").row("Ulm", 7)))
        .hasToString(
            """
            data: header in row 2, the first of the first 50 rows that holds what is needed
              city: "city" at A2, exact
              code: "code" at B2, exact
              (unused) "note" at C2""");
  }

  @Test
  void aRefusedHeaderIsToldWithWhatWasProbablyMeant() {
    IngestReport report = convert(sheet().row("citty", "code", "code").row("Ulm", 7));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(report.header()).isNull();
    assertThat(report.headerReport()).isNotNull();
    assertThat(report.headerReport().problems()).isEqualTo(report.problems());
    assertThat(report.headerReport().toString())
        .startsWith(
            """
            data: header in row 1, which comes nearest: it holds 1 of 2 columns
              city: missing; did you mean "citty"?
              code: "code" at B1, exact and "code" at C1, exact
              (unused) "citty" at A1
            """);
  }

  /** The row may be data. */
  @Test
  void ofARowWithoutAnyHeaderNothingIsShown() {
    IngestReport report = convert(sheet().row("Ulm", "secret"));

    assertThat(report.headerReport()).isNotNull();
    assertThat(report.headerReport().row()).isZero();
    assertThat(report.headerReport().why()).isEqualTo("none of the columns in the first 50 rows");
    assertThat(report.headerReport().unexpected()).isEmpty();
    assertThat(report.headerReport().columns())
        .extracting(HeaderReport.ColumnMatch::column)
        .containsExactly("city", "code");
    assertThat(ReportJson.of(report)).doesNotContain("secret").contains("\"row\":0,");
  }

  @Test
  void whatIsNoWorkbookHasNoHeader() {
    assertThat(convert("<html>".getBytes(StandardCharsets.UTF_8)).headerReport()).isNull();
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static HeaderReport header(WorkbookBuilder workbook) {
    HeaderReport header = convert(workbook).headerReport();
    assertThat(header).isNotNull();
    return header;
  }

  private static IngestReport convert(WorkbookBuilder workbook) {
    return convert(workbook.bytes());
  }

  private static IngestReport convert(byte[] workbook) {
    RowSchema<DynamicRow> schema =
        RowSchema.builder()
            .column("city", String.class)
            .column("code", Integer.class, ColumnBuilder::sensitive)
            .build();
    Pipeline<DynamicRow> pipeline =
        Pipeline.of("sales", schema, LoadPlan.into(TableName.parse("sales")).append()).build();
    return Ingestion.converting(pipeline, new OneObject(), "bucket")
        .run(new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
  }
}
