package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.workbook.ReadLimits;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A description that contradicts itself is refused when it is made, not when a file comes. */
class PipelineTest {

  private static final RowSchema<MetricRow> SCHEMA = RowSchema.of(MetricRow.class);
  private static final LoadPlan.Into METRICS = LoadPlan.into(TableName.parse("metrics"));

  @Test
  void whatIsNotSaidHasADefault() {
    Pipeline<MetricRow> pipeline = Pipeline.of("metrics", SCHEMA, METRICS.append()).build();

    assertThat(pipeline.sheet()).hasToString("exactly one visible sheet");
    assertThat(pipeline.filters()).isEmpty();
    assertThat(pipeline.uploadKey()).hasToString("{label}/{file}.xlsx");
    assertThat(pipeline.outputKey()).hasToString("output/{label}/{run}.csv");
    assertThat(pipeline.format()).isEqualTo(new CsvFormat());
    assertThat(pipeline.limits()).isEqualTo(ReadLimits.defaults());
  }

  @Test
  void theOutputKeyIsMadeOfPartsThatAreKnown() {
    assertRefused(
        () -> builder().uploadKey("{label}/{file}.xlsx").outputKey("{label}/{date}/{run}").build(),
        "output key {label}/{date}/{run}: expected parts among [label, file, run], found {date}");
  }

  @Test
  void aColumnComparedWithTheFirstRowIsAPartOfTheKey() {
    Pipeline<MetricRow> pipeline =
        builder().filter(RowFilter.sameAsFirst("date")).outputKey("{date}/{run}.csv").build();

    assertThat(pipeline.outputKey().names()).containsExactly("date", "run");
  }

  @Test
  void rulesAndFiltersNameWhatThereIs() {
    assertRefused(
        () -> builder().rule(RowRule.skip("totals", "town", "x")).build(),
        "schema: expected one of the columns [location, metric, value, date], found \"town\"");
    assertRefused(
        () -> builder().filter(RowFilter.sameAsKey("town", "label")).build(),
        "schema: expected one of the columns [location, metric, value, date], found \"town\"");
    assertRefused(
        () -> builder().filter(RowFilter.sameAsKey("location", "place")).build(),
        "sameAsKey: expected a part of {label}/{file}.xlsx, found {place}");
  }

  record Secret(@Sensitive String owner) {}

  /** Keys stand in logs and reports, where no masking could take them back. */
  @Test
  void noKeyHasTheValueOfASensitiveColumn() {
    Pipeline.Builder<Secret> first =
        Pipeline.of("secret", RowSchema.of(Secret.class), METRICS.append())
            .filter(RowFilter.sameAsFirst("owner"))
            .outputKey("{owner}/{run}.csv");
    Pipeline.Builder<Secret> key =
        Pipeline.of("secret", RowSchema.of(Secret.class), METRICS.append())
            .filter(RowFilter.sameAsKey("owner", "label"));

    String message = "pipeline: expected no sensitive column in a key, found \"owner\"";
    assertRefused(first::build, message);
    assertRefused(key::build, message);
  }

  @Test
  void theOutputKeyNamesTheRun() {
    assertRefused(
        () -> builder().outputKey("{label}.csv").build(),
        "output key {label}.csv: expected the part {run}, since no two loads may share an object");
  }

  @Test
  void nothingIsReplacedByAColumnThatMayBeNull() {
    assertRefused(
        () -> Pipeline.of("metrics", SCHEMA, METRICS.replacePartition("date", "value")).build(),
        "replacePartition: expected columns that are never null, found \"value\"");
  }

  @Test
  void nothingIsReplacedByAColumnThatIsNotThere() {
    assertRefused(
        () -> Pipeline.of("metrics", SCHEMA, METRICS.replacePartition("day")).build(),
        "schema: expected one of the columns [location, metric, value, date], found \"day\"");
  }

  private static Pipeline.Builder<MetricRow> builder() {
    return Pipeline.of("metrics", SCHEMA, METRICS.append());
  }

  private static void assertRefused(ThrowingCallable description, String message) {
    assertThatThrownBy(description)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
