package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ingest.store.ObjectLocation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** What is asked of S3, and that a body which is not whole is never taken for one that is. */
class S3BodyTest {

  private static final ObjectLocation AT = new ObjectLocation("inbox", "a.xlsx");

  @Test
  void aVersionIsAskedFor() throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "content", 7));
        S3Client client = S3Clients.of(server.endpoint())) {
      S3ObjectStore store = new S3ObjectStore(client);

      store.read(new ObjectLocation("inbox", "a.xlsx", "v 7+")).close();
      store.read(AT).close();

      assertThat(server.requests())
          .containsExactly(
              URI.create("/inbox/a.xlsx?versionId=v%207%2B"), URI.create("/inbox/a.xlsx"));
    }
  }

  /** Newer JDKs see the end themselves. */
  @Test
  void aShortBodyIsAFailure() throws IOException {
    assertReadFails(
        exchange -> respond(exchange, "content", 100),
        "s3://inbox/a\\.xlsx: expected 100 bytes, found (the end|Premature EOF) after 7; try again");
  }

  @Test
  void whatIsSkippedCounts() throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "content", 7));
        S3Client client = S3Clients.of(server.endpoint());
        InputStream in = new S3ObjectStore(client).read(AT)) {
      assertThat(in.skip(3)).isEqualTo(3);
      assertThat(in.read()).isEqualTo('t');

      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("ent");
    }
  }

  /** S3 appends a checksum if it is asked to, and the SDK asks. */
  @Test
  void aBodyWithAnotherChecksumIsAFailure() throws IOException {
    String checksum = "0123456789abcdef";

    assertReadFails(
        exchange -> {
          exchange.getResponseHeaders().set("x-amz-transfer-encoding", "append-md5");
          respond(exchange, "content" + checksum, 23);
        },
        "s3://inbox/a\\.xlsx: expected the bytes that S3 keeps, found others; try again");
  }

  private static void assertReadFails(HttpHandler answer, String message) throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(answer);
        S3Client client = S3Clients.of(server.endpoint())) {
      assertThatThrownBy(
              () -> {
                try (InputStream in = new S3ObjectStore(client).read(AT)) {
                  in.readAllBytes();
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageMatching(message);
    }
  }

  private static void respond(HttpExchange exchange, String body, int announced)
      throws IOException {
    exchange.sendResponseHeaders(200, announced);
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }
}
