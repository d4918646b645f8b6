package dev.ingest.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** A read is of the object that an event told of, or it is a failure that says why. */
class S3PinnedReadTest {

  private static final ObjectLocation TAGGED =
      new ObjectLocation("inbox", "a.xlsx").withEntityTag("0a1b");
  private static final ObjectLocation VERSIONED = new ObjectLocation("inbox", "a.xlsx", "v7");

  @Test
  void theEntityTagIsACondition() throws IOException {
    try (ScriptedS3 server =
            ScriptedS3.answering(exchange -> exchange.sendResponseHeaders(200, -1));
        S3Client client = S3Clients.of(server.endpoint())) {
      new S3ObjectStore(client, S3Settings.defaults().withBucketOwner("123456789012"))
          .read(TAGGED)
          .close();

      ScriptedS3.Request get = server.received().get(0);
      assertThat(get.header("If-Match")).isEqualTo("\"0a1b\"");
      assertThat(get.header("x-amz-checksum-mode")).isEqualTo("ENABLED");
      assertThat(get.header("x-amz-expected-bucket-owner")).isEqualTo("123456789012");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          412 | PreconditionFailed | REPLACED  | expected the object with the ETag 0a1b, found that it was replaced meanwhile; leave this one to the event of the newer
          404 | NoSuchKey          | NOT_FOUND | expected an object, found none; check bucket and key
          403 | AccessDenied       | DENIED    | expected the right to this object, found it denied; grant s3:GetObject or s3:PutObject, and s3:ListBucket so that a missing object is told apart
          403 | InvalidObjectState | DENIED    | expected the right to this object, found it archived; restore it first
          """)
  void aTaggedObjectThatCannotBeHadIsExplained(
      int status, String code, Reason reason, String message) throws IOException {
    assertRefused(TAGGED, status, code, reason, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | NoSuchVersion    | NOT_FOUND | expected its version v7, found none; it was removed meanwhile
          405 | MethodNotAllowed | NOT_FOUND | expected its version v7, found none; it was removed meanwhile
          """)
  void aVersionThatCannotBeHadIsExplained(int status, String code, Reason reason, String message)
      throws IOException {
    assertRefused(VERSIONED, status, code, reason, message);
  }

  @Test
  void factsNameTheVersionToPin() throws IOException {
    try (ScriptedS3 server =
            ScriptedS3.answering(
                exchange -> {
                  exchange.getResponseHeaders().set("ETag", "\"0a1b\"");
                  exchange.getResponseHeaders().set("x-amz-version-id", "v7");
                  exchange.getResponseHeaders().set("x-amz-meta-run", "42");
                  exchange.getResponseHeaders().set("x-amz-meta-ingest-write", "a mark");
                  exchange.getResponseHeaders().set("Content-Type", "text/csv");
                  exchange.getResponseHeaders().set("Content-Length", "12");
                  exchange
                      .getResponseHeaders()
                      .set("Last-Modified", "Sat, 01 Feb 2020 10:15:00 GMT");
                  exchange.sendResponseHeaders(200, -1);
                });
        S3Client client = S3Clients.of(server.endpoint())) {
      ObjectLocation at = new ObjectLocation("inbox", "a.xlsx");

      ObjectFacts facts = new S3ObjectStore(client).facts(at);

      assertThat(facts)
          .isEqualTo(
              new ObjectFacts(
                  12,
                  "0a1b",
                  "v7",
                  Instant.parse("2020-02-01T10:15:00Z"),
                  "text/csv",
                  Map.of("run", "42")));
      assertThat(facts.pin(at)).isEqualTo(VERSIONED);
    }
  }

  @Test
  void factsThatAreNotToldAreNotMadeUp() throws IOException {
    try (ScriptedS3 server =
            ScriptedS3.answering(exchange -> exchange.sendResponseHeaders(200, -1));
        S3Client client = S3Clients.of(server.endpoint())) {
      ObjectStore store = new S3ObjectStore(client);

      assertThat(catchThrowableOfType(StoreException.class, () -> store.facts(VERSIONED)))
          .hasMessage(
              "s3://inbox/a.xlsx: expected S3 to tell size, ETag and time, found that it does not; look at what stands between");
    }
  }

  private static void assertRefused(
      ObjectLocation at, int status, String code, Reason reason, String message)
      throws IOException {
    try (ScriptedS3 server =
            ScriptedS3.answering(exchange -> ScriptedS3.refuse(exchange, status, code));
        S3Client client = S3Clients.of(server.endpoint())) {
      ObjectStore store = new S3ObjectStore(client);

      StoreException refusal =
          catchThrowableOfType(StoreException.class, () -> store.read(at).close());

      assertThat(refusal).hasMessage("s3://inbox/a.xlsx: " + message);
      assertThat(refusal.reason()).isEqualTo(reason);
    }
  }
}
