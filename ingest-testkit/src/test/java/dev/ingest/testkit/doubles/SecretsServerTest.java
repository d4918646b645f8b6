package dev.ingest.testkit.doubles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretsServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "{\"username\":\"loader\",\"password\":\"one\"}";

  private final SecretsServer secrets = SecretsServer.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    secrets.close();
  }

  @Test
  void aSecretIsReadByNameAndByArn() throws Exception {
    secrets.put("db/loader", SECRET);

    JsonNode byName = json(read("db/loader"));
    JsonNode byArn = json(read(secrets.arn("db/loader")));

    assertThat(byName.path("SecretString").asText()).isEqualTo(SECRET);
    assertThat(byName.path("VersionId").asText()).isEqualTo("v1");
    assertThat(byName.path("VersionStages")).singleElement().hasToString("\"AWSCURRENT\"");
    assertThat(byArn).isEqualTo(byName);
    assertThat(secrets.reads("db/loader")).isEqualTo(2);
  }

  @Test
  void putRotates() throws Exception {
    assertThat(secrets.put("id", "old")).isEqualTo("v1");
    assertThat(secrets.put("id", "new")).isEqualTo("v2");

    JsonNode current = json(read("id"));

    assertThat(current.path("SecretString").asText()).isEqualTo("new");
    assertThat(current.path("VersionId").asText()).isEqualTo("v2");
  }

  @Test
  void anUnknownSecretIsNotFound() throws Exception {
    assertRefusal(read("none"), "ResourceNotFoundException");
    assertThat(secrets.reads("none")).isOne();
    assertThat(secrets.reads("other")).isZero();
  }

  @Test
  void aVersionThatIsNotCurrentIsNotFound() throws Exception {
    secrets.put("id", "value");

    String body = "{\"SecretId\":\"id\",\"VersionStage\":\"AWSPREVIOUS\"}";
    assertRefusal(send("secretsmanager.GetSecretValue", body), "ResourceNotFoundException");
  }

  @Test
  void aDeniedSecretIsRefusedUntilAllowed() throws Exception {
    secrets.put("id", "value");
    secrets.deny("id");
    assertRefusal(read("id"), "AccessDeniedException");

    secrets.allow("id");
    assertThat(read("id").statusCode()).isEqualTo(200);
  }

  @Test
  void throttlingPasses() throws Exception {
    secrets.put("id", "value");
    secrets.throttleNext(2);

    assertRefusal(read("id"), "ThrottlingException");
    assertRefusal(read("id"), "ThrottlingException");
    assertThat(read("id").statusCode()).isEqualTo(200);
    assertThat(secrets.reads("id")).isEqualTo(3);
  }

  @Test
  void garbageIsNoJson() throws Exception {
    secrets.put("id", "value");
    secrets.garbleNext(1);

    HttpResponse<String> response = read("id");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<html>");
    assertThat(read("id").body()).startsWith("{");
  }

  @Test
  void anyOtherCallIsUnknown() throws Exception {
    assertRefusal(send("secretsmanager.PutSecretValue", "{}"), "UnknownOperationException");
  }

  private HttpResponse<String> read(String secretId) throws Exception {
    return send(
        "secretsmanager.GetSecretValue",
        JSON.writeValueAsString(JSON.createObjectNode().put("SecretId", secretId)));
  }

  private HttpResponse<String> send(String target, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(secrets.endpoint())
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void assertRefusal(HttpResponse<String> response, String type) throws Exception {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("__type").asText()).isEqualTo(type);
  }

  private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
    return JSON.readTree(response.body());
  }
}
