package dev.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.SecretsServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Clients are set up as the SDK always is, here by system properties. */
class AwsClientsTest {

  private final Map<String, String> before = new HashMap<>();

  @AfterEach
  void restore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  void theStoreIsFoundWhereTheSdkLooks() throws Exception {
    try (S3Server server = S3Server.start()) {
      server.createBucket("inbox");
      server.put("inbox", "a.txt", "content".getBytes(UTF_8));
      set("aws.endpointUrlS3", server.endpoint().toString());
      logIn();

      try (S3Client client = AwsClients.s3()) {
        assertThat(client.getObject(get -> get.bucket("inbox").key("a.txt")).readAllBytes())
            .asString(UTF_8)
            .isEqualTo("content");
      }
    }
  }

  @Test
  void theSecretsAreFoundWhereTheSdkLooks() {
    try (SecretsServer server = SecretsServer.start()) {
      server.put("db/loader", "value");
      set("aws.endpointUrlSecretsManager", server.endpoint().toString());
      logIn();

      try (SecretsManagerClient client = AwsClients.secrets()) {
        assertThat(client.getSecretValue(get -> get.secretId("db/loader")).secretString())
            .isEqualTo("value");
      }
    }
  }

  private void logIn() {
    set("aws.region", "eu-west-1");
    set("aws.accessKeyId", S3Server.ACCESS_KEY_ID);
    set("aws.secretAccessKey", S3Server.SECRET_ACCESS_KEY);
  }

  private void set(String name, String value) {
    before.putIfAbsent(name, System.getProperty(name));
    System.setProperty(name, value);
  }
}
