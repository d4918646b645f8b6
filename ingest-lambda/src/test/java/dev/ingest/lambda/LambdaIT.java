package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.metrics.MetricRow;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.doubles.LambdaProcess;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.RuntimeApi;
import dev.ingest.testkit.doubles.RuntimeApi.Outcome;
import dev.ingest.testkit.doubles.RuntimeApi.Result;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.SecretsServer;
import dev.ingest.testkit.doubles.TestPki;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private static final String HANDLER = "dev.ingest.lambda.IngestHandler::handleRequest";
  private static final String SECRET = "db/loader";
  private static final String KEY = "ES/metrics.xlsx";

  private static final String[] ROWS = {
    "FR|metric1|0|2020-02-01",
    "UK|metric1|0.65|2020-02-01",
    "UK|metric2|null|2020-02-01",
    "UK|metric3|null|2020-02-01"
  };

  @TempDir static Path function;
  private static PostgresServer server;

  private final S3Server s3 = S3Server.start();
  private final SecretsServer secrets = SecretsServer.start();
  private final RuntimeApi api = RuntimeApi.start();
  private final PostgresDatabase database = server.createDatabase();
  private final List<String> passwords = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private LambdaProcess lambda;

  @BeforeAll
  static void unpack() throws Exception {
    FunctionZip.unpack(function);
    server = PostgresServer.shared();
  }

  @BeforeEach
  void prepare() throws Exception {
    s3.createBucket("inbox");
    s3.createBucket("outbox");
    s3.put("inbox", KEY, ExampleWorkbooks.metrics());
    storeSecret();
    try (Connection connection = connect()) {
      PostgresTables.createIfMissing(
          connection, MetricsPipeline.TABLE, RowSchema.of(MetricRow.class));
    }
  }

  /** Whatever a test does, no secret is ever told. */
  @AfterEach
  void closeAndLookForSecrets() {
    lambda.close();
    api.close();
    secrets.close();
    s3.close();
    database.close();
    passwords.add(S3Server.SECRET_ACCESS_KEY);
    for (String password : passwords) {
      assertThat(lambda.output()).doesNotContain(password);
      assertThat(results).noneMatch(result -> result.body().contains(password));
    }
  }

  @Test
  void anUploadEndsAsRowsInTheTable() throws Exception {
    start(Map.of());

    JsonNode result = load(KEY);

    assertThat(rows()).containsExactly(ROWS);
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
    assertThat(csv(result))
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
    start(Map.of());

    load(KEY);

    List<String> json = lambda.output().lines().filter(line -> line.startsWith("{")).toList();
    assertThat(json).hasSize(1);
    JsonNode line = JSON.readTree(json.get(0));
    assertThat(line.path("requestId").asText()).hasSize(36);
    assertThat(line.path("key").asText()).isEqualTo(KEY);
    assertThat(line.path("outcome").asText()).isEqualTo("loaded");
    assertThat(line.at("/rows/accepted").asLong()).isEqualTo(4);
    assertThat(lambda.output()).doesNotContain("SLF4J", "Exception");
  }

  @Test
  void theSameEventAgainTouchesNothing() throws Exception {
    start(Map.of());
    load(KEY);

    JsonNode again = load(KEY);

    assertThat(again.path("outcome").asText()).isEqualTo("already loaded");
    assertThat(again.at("/load/deleted").asLong()).isZero();
    assertThat(again.at("/rows/physical").asLong()).as("no row was read").isZero();
    assertThat(rows()).containsExactly(ROWS);
    assertThat(s3.objects("outbox")).hasSize(1);
  }

  @Test
  void aWarmFunctionTakesAKeyThatMustBeEncoded() throws Exception {
    String key = "a b+c%ü/x y+z%ü.xlsx";
    s3.put("inbox", key, ExampleWorkbooks.metrics());
    start(Map.of());
    load(KEY);

    JsonNode result = load(key);

    assertThat(result.path("key").asText()).isEqualTo(key);
    assertThat(result.at("/output/location").asText())
        .startsWith("s3://outbox/output/a b+c%ü_2020-02-01/");
    assertThat(csv(result)).startsWith("location,metric,value,date\nUK,");
    assertThat(secrets.reads(SECRET)).isOne();
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
    s3.put("inbox", "ES/bad.xlsx", workbook);
    start(Map.of());
    load(KEY);

    JsonNode result = load("ES/bad.xlsx");

    assertThat(result.path("outcome").asText()).isEqualTo("refused");
    assertThat(result.at("/problems/0/cell").asText()).isEqualTo("data!A3");
    assertThat(rows()).containsExactly(ROWS);
    assertThat(s3.objects("outbox")).hasSize(1);
  }

  @Test
  void aMissingObjectIsAnErrorInOurWords() throws Exception {
    start(Map.of());

    JsonNode error = fail(Events.created("inbox", "ES/none.xlsx"));

    assertThat(error.path("errorMessage").asText())
        .isEqualTo("s3://inbox/ES/none.xlsx: expected an object, found none; check bucket and key");
    assertThat(lambda.output()).doesNotContain("Caused by");
  }

  @Test
  void aMalformedEventIsAnErrorAndTheNextOneIsServed() throws Exception {
    start(Map.of());

    JsonNode error = fail("{\"Records\": [{\"eventSource\": \"aws:s3\"}]}");

    assertThat(error.path("errorMessage").asText())
        .isEqualTo(
            "event: Records[0].eventName: expected text, found none; let the bucket's notifications come here as S3 sends them");
    assertThat(load(KEY).path("outcome").asText()).isEqualTo("loaded");
  }

  @Test
  void aRotatedPasswordIsFetchedOnce() throws Exception {
    start(Map.of());
    load(KEY);
    server.changePassword("rotated-" + server.password());
    storeSecret();

    load(KEY);
    load(KEY);

    assertThat(secrets.reads(SECRET)).isEqualTo(2);
    assertThat(rows()).containsExactly(ROWS);
  }

  @Test
  void aPasswordThatStaysWrongIsAnErrorThatDoesNotTellIt() throws Exception {
    passwords.add("wrong-password");
    secrets.put(SECRET, secret("wrong-password").toString());
    start(Map.of());

    JsonNode error = fail(Events.created("inbox", KEY));

    assertThat(error.path("errorMessage").asText())
        .isEqualTo(
            "database: expected the user and password of secret %s to be let in, found it refused (SQLSTATE 28P01); compare them with the database's"
                .formatted(SECRET));
    assertThat(secrets.reads(SECRET)).isEqualTo(2);
  }

  @Test
  void aServerWithoutATrustedCertificateIsNotTalkedTo() throws Exception {
    start(Map.of("INGEST_CA_FILE", TestPki.shared().unrelatedCa().toString()));

    JsonNode error = fail(Events.created("inbox", KEY));

    assertThat(error.path("errorMessage").asText())
        .startsWith("database: expected the load to succeed, found \"SSL error: ")
        .endsWith("(SQLSTATE 08006); check host, port, TLS and route, and try again");
    assertThat(rows()).isEmpty();
  }

  @Test
  void theAddressMayBeInTheSettingsInsteadOfTheSecret() throws Exception {
    ObjectNode login = JSON.createObjectNode();
    login.put("username", database.user()).put("password", database.password());
    secrets.put(SECRET, login.toString());
    start(
        Map.of(
            "INGEST_DB_HOST", database.host(),
            "INGEST_DB_PORT", String.valueOf(database.port()),
            "INGEST_DB_NAME", database.name(),
            "INGEST_TABLE", "public.metrics"));

    load(KEY);

    assertThat(rows()).containsExactly(ROWS);
  }

  @Test
  void withoutItsSettingsTheFunctionDoesNotStart() throws Exception {
    start(Map.of("INGEST_OUTPUT_BUCKET", "", "INGEST_DB_PORT", "0"));

    Result error = api.initError().get(60, SECONDS);

    results.add(error);
    assertThat(error.body())
        .contains(
            "INGEST_OUTPUT_BUCKET: expected the bucket for the CSV files, found none",
            "INGEST_DB_PORT: database port: expected 1 to 65535, found 0");
  }

  private void start(Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY_ID);
    environment.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_ACCESS_KEY);
    environment.put("INGEST_OUTPUT_BUCKET", "outbox");
    environment.put("INGEST_SECRET_ID", SECRET);
    environment.put("INGEST_CA_FILE", TestPki.shared().ca().toString());
    environment.putAll(more);
    lambda =
        LambdaProcess.start(
            api,
            function,
            FunctionZip.runtimeClient(),
            HANDLER,
            environment,
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
  }

  private void storeSecret() {
    passwords.add(database.password());
    secrets.put(SECRET, secret(database.password()).toString());
  }

  private ObjectNode secret(String password) {
    return JSON.createObjectNode()
        .put("engine", "postgres")
        .put("username", database.user())
        .put("password", password)
        .put("host", database.host())
        .put("port", database.port())
        .put("dbname", database.name());
  }

  /** Sends the event of an object and returns the one result. */
  private JsonNode load(String key) throws Exception {
    Result result = invoke(Events.created("inbox", key));
    assertThat(result.outcome()).as(result.body()).isEqualTo(Outcome.RESPONSE);
    JsonNode answers = JSON.readTree(result.body()).path("results");
    assertThat(answers).hasSize(1);
    return answers.path(0);
  }

  /** Sends an event that must end in an error, and returns that. */
  private JsonNode fail(String event) throws Exception {
    Result result = invoke(event);
    assertThat(result.outcome()).as(result.body()).isEqualTo(Outcome.ERROR);
    return JSON.readTree(result.body());
  }

  private Result invoke(String event) throws Exception {
    Result result = api.invoke(event, 60_000).get(60, SECONDS);
    results.add(result);
    return result;
  }

  private String csv(JsonNode result) {
    String location = result.at("/output/location").asText();
    return new String(s3.get("outbox", location.substring("s3://outbox/".length())), UTF_8);
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private List<String> rows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT concat_ws('|', location, metric, coalesce(value::text, 'null'), date)"
                    + " FROM metrics ORDER BY 1")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
