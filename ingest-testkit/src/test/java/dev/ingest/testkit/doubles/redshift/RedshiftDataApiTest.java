package dev.ingest.testkit.doubles.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.testkit.doubles.S3Server;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedshiftDataApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FINAL = Set.of("FINISHED", "FAILED", "ABORTED");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final S3Server S3 = S3Server.start();
  private static RedshiftServer redshift;

  private final HttpClient http = HttpClient.newHttpClient();
  private RedshiftDataApi api;

  @BeforeAll
  static void start() {
    redshift = RedshiftServer.start(S3);
  }

  @AfterAll
  static void stop() {
    redshift.close();
    S3.close();
  }

  @BeforeEach
  void table() throws Exception {
    api = RedshiftDataApi.before(redshift);
    ended(batch("DROP TABLE IF EXISTS t", "CREATE TABLE t (id INT, name VARCHAR(9))"));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aBatchIsOneTransactionWithTheCountsOfEach() throws Exception {
    JsonNode done =
        ended(batch("INSERT INTO t VALUES (1, 'a'), (2, NULL)", "DELETE FROM t WHERE id = 2"));

    assertThat(done.path("Status").asText()).isEqualTo("FINISHED");
    assertThat(done.path("SubStatements").findValuesAsText("Status"))
        .containsExactly("FINISHED", "FINISHED");
    assertThat(done.path("SubStatements").findValuesAsText("ResultRows")).containsExactly("2", "1");
    assertThat(done.path("SubStatements").path(1).path("Id").asText())
        .isEqualTo(done.path("Id").asText() + ":2");
    assertThat(rows("SELECT id, name FROM t"))
        .isEqualTo("[[{\"longValue\":1},{\"stringValue\":\"a\"}]]");
  }

  @Test
  void whereOneStatementFailsNothingRemains() throws Exception {
    JsonNode done =
        ended(batch("INSERT INTO t VALUES (1)", "DELETE FROM nowhere", "DELETE FROM t"));

    assertThat(done.path("Status").asText()).isEqualTo("FAILED");
    assertThat(done.path("Error").asText())
        .startsWith("ERROR: relation \"nowhere\" does not exist");
    assertThat(done.path("SubStatements").findValuesAsText("Status"))
        .containsExactly("FINISHED", "FAILED", "ABORTED");
    assertThat(rows("SELECT count(*) FROM t")).isEqualTo("[[{\"longValue\":0}]]");
  }

  @Test
  void parametersHaveNamesAndAreText() throws Exception {
    ObjectNode request = request();
    request.putArray("Sqls").add("INSERT INTO t VALUES (:id, ':id' || :Name::varchar)");
    request.putArray("Parameters").addObject().put("name", "id").put("value", "7");
    request.withArray("Parameters").addObject().put("name", "name").put("value", "it's");

    assertThat(ended(send("BatchExecuteStatement", request)).path("Status").asText())
        .isEqualTo("FINISHED");
    assertThat(rows("SELECT id, name FROM t"))
        .isEqualTo("[[{\"longValue\":7},{\"stringValue\":\":idit's\"}]]");
  }

  @Test
  void aMissingParameterFails() throws Exception {
    JsonNode done = ended(batch("INSERT INTO t VALUES (:id)"));

    assertThat(done.path("Error").asText()).isEqualTo("Parameters missing in the request: id");
  }

  @Test
  void aTokenThatWasSeenRunsNothingAgain() throws Exception {
    ObjectNode request = request().put("Sql", "INSERT INTO t VALUES (1)").put("ClientToken", "k");

    JsonNode first = ended(send("ExecuteStatement", request));
    JsonNode second = ended(send("ExecuteStatement", request));

    assertThat(second.path("Id")).isEqualTo(first.path("Id"));
    assertThat(rows("SELECT count(*) FROM t")).isEqualTo("[[{\"longValue\":1}]]");
  }

  @Test
  void aHeldStatementIsSubmittedAndMayBeCancelled() throws Exception {
    api.holdStatements();
    JsonNode cancelled = batch("INSERT INTO t VALUES (1)");
    JsonNode released = batch("INSERT INTO t VALUES (2)");
    assertThat(describe(released).path("Status").asText()).isEqualTo("SUBMITTED");

    assertThat(send("CancelStatement", idOf(cancelled)).path("Status").asBoolean()).isTrue();
    api.releaseStatements();

    assertThat(ended(released).path("Status").asText()).isEqualTo("FINISHED");
    assertThat(ended(cancelled).path("Status").asText()).isEqualTo("ABORTED");
    assertThat(rows("SELECT id FROM t")).isEqualTo("[[{\"longValue\":2}]]");
  }

  @Test
  void theNextRequestsMayBeRefused() throws Exception {
    api.throttleNext(1);
    assertThat(batch("DELETE FROM t").path("__type").asText()).isEqualTo("ThrottlingException");

    api.refuseNext(1, "ActiveStatementsExceededException");
    assertThat(batch("DELETE FROM t").path("__type").asText())
        .isEqualTo("ActiveStatementsExceededException");
    assertThat(batch("DELETE FROM t").has("Id")).isTrue();
  }

  @Test
  void anIncompleteRequestIsInvalid() throws Exception {
    ObjectNode request = request();
    for (int i = 0; i < 41; i++) {
      request.withArray("Sqls").add("DELETE FROM t");
    }
    assertInvalid(
        send("BatchExecuteStatement", request), "Sqls must have 1 to 40 statements, found 41");
    assertInvalid(send("ExecuteStatement", request()), "Sql must be given");
    assertInvalid(
        send("ExecuteStatement", JSON.createObjectNode().put("Database", "d").put("Sql", "x")),
        "either ClusterIdentifier or WorkgroupName must be given");
    assertInvalid(
        send("ExecuteStatement", request().put("Sql", "x").put("ClientToken", "k".repeat(65))),
        "ClientToken must have at most 64 characters");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    JsonNode unknown = send("DescribeStatement", JSON.createObjectNode().put("Id", "none"));
    assertThat(unknown.path("__type").asText()).isEqualTo("ResourceNotFoundException");

    JsonNode done = ended(batch("DELETE FROM t"));
    assertThat(send("GetStatementResult", idOf(done)).path("Message").asText())
        .isEqualTo("Query does not have result.");
  }

  private JsonNode batch(String... sqls) throws Exception {
    ObjectNode request = request();
    for (String sql : sqls) {
      request.withArray("Sqls").add(sql);
    }
    return send("BatchExecuteStatement", request);
  }

  private String rows(String sql) throws Exception {
    JsonNode done = ended(send("ExecuteStatement", request().put("Sql", sql)));
    return send("GetStatementResult", idOf(done)).path("Records").toString();
  }

  private static ObjectNode request() {
    return JSON.createObjectNode().put("WorkgroupName", "w").put("Database", "d");
  }

  private static ObjectNode idOf(JsonNode answer) {
    return JSON.createObjectNode().set("Id", answer.path("Id"));
  }

  private JsonNode describe(JsonNode submitted) throws Exception {
    return send("DescribeStatement", idOf(submitted));
  }

  /** Asks until the statement has ended, as a client does. */
  private JsonNode ended(JsonNode submitted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode described = describe(submitted);
    while (!FINAL.contains(described.path("Status").asText()) && System.nanoTime() < end) {
      described = describe(submitted);
    }
    return described;
  }

  private JsonNode send(String operation, ObjectNode request) throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(api.endpoint())
            .header("X-Amz-Target", "RedshiftData." + operation)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(request)))
            .build();
    HttpResponse<String> response = http.send(post, BodyHandlers.ofString());
    return JSON.readTree(response.body());
  }

  private static void assertInvalid(JsonNode answer, String message) {
    assertThat(answer.path("__type").asText()).isEqualTo("ValidationException");
    assertThat(answer.path("Message").asText()).isEqualTo(message);
  }
}
