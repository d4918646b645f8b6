package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.testkit.doubles.TestPki;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deployment package in a process of its own under AWS's runtime client, between an S3 that
 * checks signatures and a PostgreSQL whose certificate and password are checked.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client has native code for Linux only")
class LambdaIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path function;

  private FunctionStage stage;

  @BeforeAll
  static void unpack() throws Exception {
    FunctionZip.unpack(function);
  }

  @BeforeEach
  void prepare() throws Exception {
    stage = new FunctionStage(function);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anUploadEndsAsRowsInTheTable() throws Exception {
    stage.start(Map.of());

    JsonNode result = stage.load(FunctionStage.KEY);

    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
    assertThat(result.path("outcome").asText()).isEqualTo("loaded");
    assertThat(result.path("file").asText()).isEqualTo("s3://inbox/ES/metrics.xlsx");
    assertThat(result.path("anchors")).hasToString("{\"date\":\"2020-02-01\"}");
    assertThat(result.path("rows"))
        .hasToString(
            "{\"physical\":6,\"header\":1,\"skipped\":{},\"blank\":0,"
                + "\"filtered\":{\"same date as the first row\":1},\"rejected\":0,\"accepted\":4}");
    assertThat(result.path("nulls")).hasToString("{\"value\":{\"#N/A\":2}}");
    assertThat(result.path("load"))
        .hasToString(
            "{\"table\":\"metrics\","
                + "\"replaced\":{\"date\":[\"2020-02-01\"],\"location\":[\"UK\",\"FR\"]},"
                + "\"staged\":4,\"deleted\":0,\"inserted\":4}");
    assertThat(stage.csv(result))
        .isEqualTo(
            """
            location,metric,value,date
            UK,metric1,0.65,2020-02-01
            UK,metric2,,2020-02-01
            UK,metric3,,2020-02-01
            FR,metric1,0.0,2020-02-01
            """);
  }

  @Test
  void theLogHoldsOneLineOfJsonPerRun() throws Exception {
    stage.start(Map.of());

    stage.load(FunctionStage.KEY);

    assertThat(stage.log()).hasSize(1);
    JsonNode line = stage.log().get(0);
    assertThat(line.path("requestId").asText()).hasSize(36);
    assertThat(line.path("key").asText()).isEqualTo(FunctionStage.KEY);
    assertThat(line.path("outcome").asText()).isEqualTo("loaded");
    assertThat(line.at("/rows/accepted").asLong()).isEqualTo(4);
    assertThat(stage.output()).doesNotContain("SLF4J", "Exception");
  }

  @Test
  void theSameEventAgainTouchesNothing() throws Exception {
    stage.start(Map.of());
    stage.load(FunctionStage.KEY);

    JsonNode again = stage.load(FunctionStage.KEY);

    assertThat(again.path("outcome").asText()).isEqualTo("already loaded");
    assertThat(again.at("/load/deleted").asLong()).isZero();
    assertThat(again.at("/rows/physical").asLong()).as("no row was read").isZero();
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
    assertThat(stage.outputs()).hasSize(1);
  }

  @Test
  void aWarmFunctionTakesAKeyThatMustBeEncoded() throws Exception {
    String key = "a b+c%ü/x y+z%ü.xlsx";
    stage.s3.put("inbox", key, ExampleWorkbooks.metrics());
    stage.start(Map.of());
    stage.load(FunctionStage.KEY);

    JsonNode result = stage.load(key);

    assertThat(result.path("key").asText()).isEqualTo(key);
    assertThat(result.at("/output/location").asText())
        .startsWith("s3://outbox/output/a b+c%ü_2020-02-01/");
    assertThat(stage.csv(result)).startsWith("location,metric,value,date\nUK,");
    assertThat(stage.secrets.reads(FunctionStage.SECRET)).isOne();
  }

  @Test
  void aRefusedFileIsAnAnswerAndTheTableStays() throws Exception {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "metric1", 1, LocalDate.of(2020, 2, 1))
            .row(null, "metric1", 1, LocalDate.of(2020, 2, 1))
            .bytes();
    stage.s3.put("inbox", "ES/bad.xlsx", workbook);
    stage.start(Map.of());
    stage.load(FunctionStage.KEY);

    JsonNode result = stage.load("ES/bad.xlsx");

    assertThat(result.path("outcome").asText()).isEqualTo("refused");
    assertThat(result.at("/problems/0/cell").asText()).isEqualTo("data!A3");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
    assertThat(stage.outputs()).hasSize(1);
  }

  @Test
  void aMissingObjectIsAnErrorInOurWords() throws Exception {
    stage.start(Map.of());

    JsonNode error = stage.fail(Events.created("inbox", "ES/none.xlsx"));

    assertThat(error.path("errorMessage").asText())
        .isEqualTo("s3://inbox/ES/none.xlsx: expected an object, found none; check bucket and key");
    assertThat(stage.output()).doesNotContain("Caused by");
  }

  @Test
  void aMalformedEventIsAnErrorAndTheNextOneIsServed() throws Exception {
    stage.start(Map.of());

    JsonNode error = stage.fail("{\"Records\": [{\"eventSource\": \"aws:s3\"}]}");

    assertThat(error.path("errorMessage").asText())
        .isEqualTo(
            "event: Records[0].eventName: expected text, found none; let the bucket's notifications come here as S3 sends them");
    assertThat(stage.load(FunctionStage.KEY).path("outcome").asText()).isEqualTo("loaded");
  }

  @Test
  void aRotatedPasswordIsFetchedOnce() throws Exception {
    stage.start(Map.of());
    stage.load(FunctionStage.KEY);
    stage.server.changePassword("rotated-" + stage.server.password());
    stage.storeSecret();

    stage.load(FunctionStage.KEY);
    stage.load(FunctionStage.KEY);

    assertThat(stage.secrets.reads(FunctionStage.SECRET)).isEqualTo(2);
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  @Test
  void aPasswordThatStaysWrongIsAnErrorThatDoesNotTellIt() throws Exception {
    stage.storeSecret("wrong-password");
    stage.start(Map.of());

    JsonNode error = stage.fail(Events.created("inbox", FunctionStage.KEY));

    assertThat(error.path("errorMessage").asText())
        .isEqualTo(
            "database: expected the user and password of secret %s to be let in, found it refused (SQLSTATE 28P01); compare them with the database's"
                .formatted(FunctionStage.SECRET));
    assertThat(stage.secrets.reads(FunctionStage.SECRET))
        .as("fetched, and once more for the question that was refused and for the load that was")
        .isEqualTo(3);
  }

  @Test
  void aServerWithoutATrustedCertificateIsNotTalkedTo() throws Exception {
    stage.start(Map.of("INGEST_CA_FILE", TestPki.shared().unrelatedCa().toString()));

    JsonNode error = stage.fail(Events.created("inbox", FunctionStage.KEY));

    assertThat(error.path("errorMessage").asText())
        .startsWith("database: expected the load to succeed, found \"SSL error: ")
        .endsWith("(SQLSTATE 08006); check host, port, TLS and route, and try again");
    assertThat(stage.rows()).isEmpty();
  }

  @Test
  void theAddressMayBeInTheSettingsInsteadOfTheSecret() throws Exception {
    ObjectNode login = JSON.createObjectNode();
    login.put("username", stage.database.user()).put("password", stage.database.password());
    stage.secrets.put(FunctionStage.SECRET, login.toString());
    stage.start(
        Map.of(
            "INGEST_DB_HOST", stage.database.host(),
            "INGEST_DB_PORT", String.valueOf(stage.database.port()),
            "INGEST_DB_NAME", stage.database.name(),
            "INGEST_TABLE", "public.metrics"));

    stage.load(FunctionStage.KEY);

    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  @Test
  void withoutItsSettingsTheFunctionDoesNotStart() throws Exception {
    stage.start(Map.of("INGEST_OUTPUT_BUCKET", "", "INGEST_DB_PORT", "0"));

    assertThat(stage.initError().body())
        .contains(
            "INGEST_OUTPUT_BUCKET: expected the bucket for the CSV files, found none",
            "INGEST_DB_PORT: database port: expected 1 to 65535, found 0");
  }
}
