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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The deployment package in a process of its own under AWS's runtime client, between an S3 that
 * checks signatures and a PostgreSQL whose certificate and password are checked. In the bucket
 * {@code inbox} there is a workbook at {@link #KEY}, the bucket {@code outbox} is empty.
 */
final class FunctionStage implements AutoCloseable {

  static final String KEY = "ES/metrics.xlsx";
  static final String SECRET = "db/loader";

  /** What the table holds when the workbook is loaded. */
  static final String[] ROWS = {
    "FR|metric1|0|2020-02-01",
    "UK|metric1|0.65|2020-02-01",
    "UK|metric2|null|2020-02-01",
    "UK|metric3|null|2020-02-01"
  };

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HANDLER = "dev.ingest.lambda.IngestHandler::handleRequest";

  final PostgresServer server = PostgresServer.shared();
  final S3Server s3 = S3Server.start();
  final SecretsServer secrets = SecretsServer.start();
  final RuntimeApi api = RuntimeApi.start();
  final PostgresDatabase database = server.createDatabase();

  private final Path function;
  private final List<String> passwords = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private LambdaProcess lambda;

  /**
   * Makes a stage; the function is started later.
   *
   * @param function where the package is unpacked
   */
  FunctionStage(Path function) throws Exception {
    this.function = function;
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
  @Override
  public void close() {
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

  /** Starts the function with more variables than it must have. */
  void start(Map<String, String> more) throws Exception {
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

  /** Waits for the function to say that it cannot start. */
  Result initError() throws Exception {
    Result error = api.initError().get(60, SECONDS);
    results.add(error);
    return error;
  }

  /** Puts the database's password of now into the secret. */
  void storeSecret() {
    storeSecret(database.password());
  }

  void storeSecret(String password) {
    passwords.add(password);
    secrets.put(
        SECRET,
        JSON.createObjectNode()
            .put("engine", "postgres")
            .put("username", database.user())
            .put("password", password)
            .put("host", database.host())
            .put("port", database.port())
            .put("dbname", database.name())
            .toString());
  }

  /** Sends the event of an object and returns the one result. */
  JsonNode load(String key) throws Exception {
    JsonNode answers = answer(Events.created("inbox", key)).path("results");
    assertThat(answers).hasSize(1);
    return answers.path(0);
  }

  /** Sends an event that must have an answer, and returns that. */
  JsonNode answer(String event) throws Exception {
    Result result = invoke(event, 60_000);
    assertThat(result.outcome()).as(result.body()).isEqualTo(Outcome.RESPONSE);
    return JSON.readTree(result.body());
  }

  /** Sends an event that must end in an error, and returns that. */
  JsonNode fail(String event) throws Exception {
    Result result = invoke(event, 60_000);
    assertThat(result.outcome()).as(result.body()).isEqualTo(Outcome.ERROR);
    return JSON.readTree(result.body());
  }

  /**
   * Sends an event.
   *
   * @param millis what the function is told that it has
   */
  Result invoke(String event, long millis) throws Exception {
    Result result = api.invoke(event, millis).get(60, SECONDS);
    results.add(result);
    return result;
  }

  /** Returns what the function and its runtime wrote so far. */
  String output() {
    return lambda.output();
  }

  /** Returns the lines of the log that are about records. */
  List<ObjectNode> log() throws Exception {
    List<ObjectNode> lines = new ArrayList<>();
    for (String line : lambda.output().lines().toList()) {
      if (line.startsWith("{\"requestId\"")) {
        lines.add((ObjectNode) JSON.readTree(line));
      }
    }
    return lines;
  }

  /** Returns the lines of JSON that begin so. */
  List<JsonNode> lines(String beginning) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : lambda.output().lines().toList()) {
      if (line.startsWith(beginning)) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  /** Returns the words of the log that say how records ended. */
  List<String> outcomes() throws Exception {
    return log().stream().map(line -> line.path("outcome").asText()).toList();
  }

  /** Returns the keys of the files that were written to be loaded. */
  List<String> outputs() {
    return s3.objects("outbox").stream().filter(key -> key.startsWith("output/")).toList();
  }

  /** Returns the file that a run has written. */
  String csv(JsonNode result) {
    String location = result.at("/output/location").asText();
    return new String(s3.get("outbox", location.substring("s3://outbox/".length())), UTF_8);
  }

  Connection connect() throws Exception {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** Returns what the table of the example holds. */
  List<String> rows() throws Exception {
    return query(
        "SELECT concat_ws('|', location, metric, coalesce(value::text, 'null'), date)"
            + " FROM metrics ORDER BY 1");
  }

  void execute(String sql) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the metadata of an object. */
  Map<String, String> metadata(String bucket, String key) {
    try (S3Client client = client()) {
      return client.headObject(head -> head.bucket(bucket).key(key)).metadata();
    }
  }

  /** Copies an object as S3 does, with its metadata. */
  void copy(String bucket, String key, String otherBucket, String otherKey) {
    try (S3Client client = client()) {
      var unused =
          client.copyObject(
              copy ->
                  copy.sourceBucket(bucket)
                      .sourceKey(key)
                      .destinationBucket(otherBucket)
                      .destinationKey(otherKey));
    }
  }

  private S3Client client() {
    return S3Client.builder()
        .endpointOverride(s3.endpoint())
        .region(Region.EU_WEST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, S3Server.SECRET_ACCESS_KEY)))
        .build();
  }

  List<String> query(String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
