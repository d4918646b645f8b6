package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.load.LoadResult;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-02-01T00:00:00Z"), ZoneOffset.UTC);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aRunIsCountedByFunctionOutcomeAndPipeline(@TempDir Path root) throws Exception {
    IngestReport report =
        Ingestion.loading(
                MetricsPipeline.into(MetricsPipeline.TABLE),
                new DirectoryObjectStore(root),
                "outbox",
                request -> new LoadResult(request.rows(), 2, request.rows()))
            .run(new Upload("ES/a.xlsx", WorkbookSource.of("a.xlsx", ExampleWorkbooks.metrics())));

    JsonNode line = count(Outcome.of(new ObjectLocation("inbox", "ES/a.xlsx"), report));

    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_580_515_200_000L);
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("Ingest");
    assertThat(directive.path("Dimensions"))
        .hasToString("[[\"Function\"],[\"Function\",\"Outcome\"],[\"Function\",\"Pipeline\"]]");
    assertThat(line.path("Function").asText()).isEqualTo("loader");
    assertThat(line.path("Outcome").asText()).isEqualTo("loaded");
    assertThat(line.path("Pipeline").asText()).isEqualTo("metrics");
    assertThat(line.path("Runs").asLong()).isEqualTo(1);
    assertThat(line.path("Duration").asLong()).isEqualTo(7);
    assertThat(line.path("RowsAccepted").asLong()).isEqualTo(4);
    assertThat(line.path("RowsRejected").asLong()).isZero();
    assertThat(line.path("RowsFiltered").asLong()).isEqualTo(1);
    assertThat(line.path("RowsSkipped").asLong()).isZero();
    assertThat(line.path("RowsBlank").asLong()).isZero();
    assertThat(line.path("Problems").asLong()).isZero();
    assertThat(line.path("Nulls").asLong()).isEqualTo(2);
    assertThat(line.path("OutputBytes").asLong()).isEqualTo(report.output().bytes());
    assertThat(line.path("RowsDeleted").asLong()).isEqualTo(2);
    assertThat(line.path("RowsInserted").asLong()).isEqualTo(4);
    for (String step : report.millis().keySet()) {
      assertThat(line.path("Duration_" + step).isNumber()).as(step).isTrue();
    }
  }

  /** CloudWatch takes at most a hundred metrics a line, each with a value beside the directive. */
  @Test
  void eachMetricHasItsValueAndUnit() throws Exception {
    JsonNode line = count(Outcome.of(Verdict.DONE, "ignored", "no upload"));

    Set<String> names = new HashSet<>();
    for (JsonNode metric : line.at("/_aws/CloudWatchMetrics/0/Metrics")) {
      names.add(metric.path("Name").asText());
      assertThat(metric.path("Unit").asText()).isIn("Count", "Milliseconds", "Bytes");
      assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
    }
    assertThat(names).containsExactlyInAnyOrder("Runs", "Duration");
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions"))
        .hasToString("[[\"Function\"],[\"Function\",\"Outcome\"]]");
  }

  @Test
  void withoutANamespaceNothingIsPrinted() {
    new Metrics(null, new PrintStream(printed, true, UTF_8), CLOCK)
        .count("loader", Outcome.of(Verdict.DONE, "ignored", "no upload"), 7);

    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  private JsonNode count(Outcome outcome) throws Exception {
    new Metrics("Ingest", new PrintStream(printed, true, UTF_8), CLOCK).count("loader", outcome, 7);
    String line = printed.toString(UTF_8);
    assertThat(line).endsWith(System.lineSeparator()).hasLineCount(1);
    return JSON.readTree(line);
  }
}
