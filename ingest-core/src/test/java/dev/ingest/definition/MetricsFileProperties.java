package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.random.RandomCells;
import dev.ingest.random.Told;
import dev.ingest.row.DynamicRow;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The shipped pipeline is written twice, as a file and in Java: both say the same. */
class MetricsFileProperties {

  private static final Pipeline<DynamicRow> FILE =
      PipelineFile.parse("metrics.yaml", Definitions.metrics());

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void theFileGivesTheSameBytesAndTheSameReport(
      @ForAll("sheets") List<List<@Nullable Object>> sheet) {
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

  private static String told(Pipeline<?> pipeline, byte[] workbook) {
    return Told.of(pipeline, workbook).text();
  }

  private static byte[] workbook(List<List<@Nullable Object>> sheet) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row(header());
    sheet.forEach(row -> builder.row(row.toArray()));
    return builder.bytes();
  }

  @Provide
  Arbitrary<List<List<@Nullable Object>>> sheets() {
    Arbitrary<@Nullable Object> any = RandomCells.any();
    Arbitrary<Object> place = Arbitraries.of("UK", "FR");
    Arbitrary<Object> day = Arbitraries.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 1, 31));
    Arbitrary<List<@Nullable Object>> good =
        Combinators.combine(place, place, any, day).as(Arrays::asList);
    return Arbitraries.oneOf(good, good, any.list().ofMaxSize(5)).list().ofMaxSize(12);
  }
}
