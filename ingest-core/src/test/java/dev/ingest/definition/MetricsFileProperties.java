package dev.ingest.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportJson;
import dev.ingest.row.DynamicRow;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The shipped pipeline is written twice, as a file and in Java: both say the same. */
class MetricsFileProperties {

  private static final Pipeline<DynamicRow> FILE =
      PipelineFile.parse("metrics.yaml", Definitions.metrics());

  @Property(tries = 400)
  void theFileGivesTheSameBytesAndTheSameReport(@ForAll("sheets") List<List<Object>> sheet) {
    byte[] workbook = workbook(sheet);

    assertThat(told(FILE, workbook))
        .isEqualTo(told(MetricsPipeline.into(MetricsPipeline.TABLE), workbook));
  }

  /** Large enough for batches of rows that two threads share. */
  @Example
  void aLargeSheetToo() {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row(header());
    for (int i = 0; i < 30_000; i++) {
      Object value = i % 10 == 0 ? CellError.NA : i % 7 == 0 ? "oops" : i / 4.0;
      builder.row(i % 3 == 0 ? "UK" : "FR", "m" + i % 50, value, LocalDate.of(2020, 2, 1 + i % 2));
    }
    byte[] workbook = builder.bytes();

    assertThat(told(FILE, workbook))
        .contains("\"accepted\":15000")
        .isEqualTo(told(MetricsPipeline.into(MetricsPipeline.TABLE), workbook));
  }

  private static Object[] header() {
    return new Object[] {"location", "metric", "value", "date"};
  }

  /** Returns the file and the report, without the times that it took. */
  private static String told(Pipeline<?> pipeline, byte[] workbook) {
    OneObject store = new OneObject();
    IngestReport report =
        Ingestion.converting(pipeline, store, "bucket")
            .withRunIds(() -> "run")
            .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
    String csv = store.content() == null ? "none" : new String(store.content(), UTF_8);
    return csv + ReportJson.of(report).replaceAll("(?s)\"millis\" ?: ?\\{.*?}", "");
  }

  private static byte[] workbook(List<List<Object>> sheet) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row(header());
    for (List<Object> row : sheet) {
      builder.row(row.stream().map(cell -> cell == BLANK ? null : cell).toArray());
    }
    return builder.bytes();
  }

  private static final Object BLANK = new Object();

  @Provide
  Arbitrary<List<List<Object>>> sheets() {
    Arbitrary<Object> odd =
        Arbitraries.of(
            BLANK,
            0.65,
            -1,
            1e300,
            43862,
            true,
            "",
            " \u00a0",
            "oops",
            "a,b \"c\"\nd",
            CellError.NA,
            CellError.REF,
            CellXml.uncalculated("1+1"),
            CellXml.styled("60", 1),
            LocalDateTime.of(2020, 2, 1, 19, 0));
    Arbitrary<Object> place = Arbitraries.of("UK", "FR");
    Arbitrary<Object> day = Arbitraries.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 1, 31));
    Arbitrary<List<Object>> good =
        Combinators.combine(place, place, odd, day).as((l, m, v, d) -> List.of(l, m, v, d));
    return Arbitraries.oneOf(good, good, odd.list().ofMaxSize(5)).list().ofMaxSize(12);
  }
}
