package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines as files: in the package, and in S3; one function for several. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client has native code for Linux only")
class PipelinesIT {

  private static final String METRICS =
      """
      name: metrics
      upload: "metrics/{label}/{file}.xlsx"
      sheet: { named: data }
      columns:
        - { name: location, type: text }
        - { name: metric, type: text }
        - { name: value, type: double, nullable: true, lenient: true }
        - { name: date, type: date }
      filters:
        - sameAsFirst: date
      output: { key: "output/metrics/{label}_{date}/{run}.csv" }
      load: { table: metrics, replacePartition: [date, location] }
      """;

  private static final String VISITS =
      """
      name: visits
      upload: "visits/{file}.xlsx"
      columns:
        - { name: city, type: text }
        - { name: guests, type: integer }
      output: { key: "output/visits/{run}.csv" }
      load: { table: visits, append: true }
      """;

  @TempDir Path function;

  private FunctionStage stage;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void filesOfAPrefixInS3AreOneFunction() throws Exception {
    stage = stage();
    stage.s3.createBucket("config");
    stage.s3.put("config", "pipelines/metrics.yaml", METRICS.getBytes(UTF_8));
    stage.s3.put("config", "pipelines/visits.yaml", VISITS.getBytes(UTF_8));
    stage.s3.put("config", "pipelines/readme.txt", "no pipeline".getBytes(UTF_8));
    stage.s3.put("inbox", "metrics/ES/a.xlsx", ExampleWorkbooks.metrics());
    stage.s3.put("inbox", "visits/may.xlsx", visits());
    stage.start(Map.of("INGEST_PIPELINES", "s3://config/pipelines/"));

    JsonNode metrics = stage.load("metrics/ES/a.xlsx");
    JsonNode visits = stage.load("visits/may.xlsx");
    JsonNode unknown = stage.load("ES/metrics.xlsx");

    assertThat(metrics.path("pipeline").asText()).isEqualTo("metrics");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
    assertThat(visits.path("pipeline").asText()).isEqualTo("visits");
    assertThat(stage.query("SELECT concat_ws('|', city, guests) FROM visits"))
        .containsExactly("Reykjavik|3");
    assertThat(unknown.path("outcome").asText()).isEqualTo("unknown key");
    assertThat(unknown.path("message").asText())
        .isEqualTo(
            "s3://inbox/ES/metrics.xlsx: expected a key like metrics/{label}/{file}.xlsx or visits/{file}.xlsx, found one that no pipeline takes; put the file where one looks for it");
  }

  @Test
  void filesOfThePackageAreFoundWhereNobodySaysOtherwise() throws Exception {
    stage = stage();
    Files.createDirectory(function.resolve("pipelines"));
    Files.writeString(function.resolve("pipelines/visits.yaml"), VISITS);
    stage.s3.put("inbox", "visits/may.xlsx", visits());
    stage.start(Map.of());

    assertThat(stage.load("visits/may.xlsx").path("outcome").asText()).isEqualTo("loaded");
    assertThat(stage.load("ES/metrics.xlsx").path("outcome").asText()).isEqualTo("unknown key");
  }

  @Test
  void twoThatTakeTheSameKeyKeepTheFunctionFromStarting() throws Exception {
    stage = stage();
    Files.createDirectory(function.resolve("pipelines"));
    Files.writeString(function.resolve("pipelines/a.yaml"), VISITS);
    Files.writeString(
        function.resolve("pipelines/b.yaml"),
        METRICS.replace("metrics/{label}/{file}.xlsx", "{label}/{file}.xlsx"));
    stage.start(Map.of());

    assertThat(stage.initError().body())
        .contains("visits (", "a.yaml) and metrics (", "b.yaml): expected no key that both take");
  }

  @Test
  void aPipelineThatTakesItsOwnOutputKeepsTheFunctionFromStarting() throws Exception {
    stage = stage();
    Path file =
        Files.writeString(
            function.resolve("loop.yaml"), VISITS.replace("visits/{file}.xlsx", "{a}/{b}/{c}"));
    stage.start(Map.of("INGEST_PIPELINES", file.toString()));

    assertThat(stage.initError().body())
        .contains("expected uploads and output to differ by bucket or prefix");
  }

  private FunctionStage stage() throws Exception {
    FunctionZip.unpack(function);
    FunctionStage made = new FunctionStage(function);
    made.execute("CREATE TABLE visits (city text, guests integer)");
    return made;
  }

  private static byte[] visits() {
    return WorkbookBuilder.workbook()
        .sheet("visits")
        .row("city", "guests")
        .row("Reykjavik", 3)
        .bytes();
  }
}
