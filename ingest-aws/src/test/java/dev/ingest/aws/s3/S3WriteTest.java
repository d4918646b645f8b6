package dev.ingest.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import dev.ingest.store.WriteOptions;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes that meet others, whose answers are lost, or that fail half way. */
class S3WriteTest {

  private static final ObjectLocation AT = new ObjectLocation("out", "run.csv");
  private static final WriteOptions ONCE =
      WriteOptions.of("text/csv").withMetadata(Map.of("run", "7")).neverReplacing();
  private static final byte[] TWO_PARTS = new byte[S3Upload.PART + 1];
  private static final String MARK = "x-amz-meta-ingest-write";

  @Test
  void aWriterWhoMeetsAnotherTriesAgain() throws IOException {
    Script script = new Script();
    script.answer("PUT", refusal(409, "ConditionalRequestConflict"), 2);

    assertThat(writing(script, new byte[3])).isNull();

    assertThat(script.seen()).containsExactly("PUT", "PUT", "PUT");
    assertThat(script.headers("If-None-Match")).containsExactly("*", "*", "*");
  }

  @Test
  void aWriterWhoMeetsOthersForeverGivesUp() throws IOException {
    Script script = new Script();
    script.answer("PUT", refusal(409, "ConditionalRequestConflict"), Integer.MAX_VALUE);

    StoreException failure = writing(script, new byte[3]);

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(failure)
        .hasMessageStartingWith("s3://out/run.csv: expected S3 to answer, found status 409 (");
    assertThat(script.seen()).containsExactly("PUT", "PUT", "PUT", "PUT");
  }

  @Test
  void anObjectOfSomebodyElseIsLeftAsItIs() throws IOException {
    Script script = new Script();
    script.answer("PUT", refusal(412, "PreconditionFailed"), 1);
    script.answer("HEAD", exchange -> found(exchange, "another mark"), 1);

    StoreException failure = writing(script, new byte[3]);

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.EXISTS);
    assertThat(script.seen()).containsExactly("PUT", "HEAD");
  }

  @Test
  void whoMayNotLookTakesTheObjectForSomebodyElses() throws IOException {
    Script script = new Script();
    script.answer("PUT", refusal(412, "PreconditionFailed"), 1);
    script.answer("HEAD", refusal(403, "AccessDenied"), 1);

    StoreException failure = writing(script, new byte[3]);

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.EXISTS);
    assertThat(failure.getCause()).isNotNull();
    assertThat(failure.getCause().getSuppressed()).hasSize(1);
  }

  /** The object appeared, the answer did not, and the SDK asks again. */
  @Test
  void aPutWhoseAnswerWasLostIsRecognised() throws IOException {
    Script script = new Script();
    script.answer("PUT", Script::loseTheAnswer, 1);
    script.answer("PUT", refusal(412, "PreconditionFailed"), Integer.MAX_VALUE);
    script.answer("HEAD", exchange -> found(exchange, script.mark()), 1);

    assertThat(writing(script, new byte[3])).isNull();

    assertThat(script.seen()).endsWith("PUT", "HEAD");
  }

  @Test
  void anUploadWhoseAnswerWasLostIsRecognised() throws IOException {
    Script script = new Script();
    script.answer("POST complete", Script::loseTheAnswer, 1);
    script.answer("POST complete", refusal(404, "NoSuchUpload"), Integer.MAX_VALUE);
    script.answer("HEAD", exchange -> found(exchange, script.mark()), 1);

    assertThat(writing(script, TWO_PARTS)).isNull();

    assertThat(script.seen()).endsWith("POST complete", "HEAD").doesNotContain("DELETE");
  }

  @Test
  void anUploadThatIsNotTakenIsAborted() throws IOException {
    Script script = new Script();
    script.answer("POST complete", refusal(403, "AccessDenied"), 1);

    StoreException failure = writing(script, TWO_PARTS);

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.DENIED);
    assertThat(script.seen())
        .containsExactly("POST begin", "PUT", "PUT", "POST complete", "DELETE");
  }

  @Test
  void thatPartsCouldNotBeRemovedIsSaidBesideTheReason() throws IOException {
    Script script = new Script();
    script.answer("DELETE", refusal(403, "AccessDenied"), 1);
    RuntimeException refusal = new IllegalStateException("too many rejects");
    try (ScriptedS3 server = ScriptedS3.answering(script);
        S3Client client = S3Clients.of(server.endpoint())) {
      ObjectStore store = new S3ObjectStore(client);

      assertThatThrownBy(
              () ->
                  store.write(
                      AT,
                      ONCE,
                      out -> {
                        out.write(TWO_PARTS);
                        throw refusal;
                      }))
          .isSameAs(refusal);
    }
    assertThat(refusal.getSuppressed()).hasSize(1);
    assertThat(script.seen()).containsExactly("POST begin", "PUT", "DELETE");
  }

  @Test
  void aPutSaysWhoseBucketAndWhichKeyAreExpected() throws IOException {
    Script script = new Script();
    S3Settings settings =
        S3Settings.defaults()
            .withBucketOwner("123456789012")
            .withEncryption(S3Encryption.withKeyOfKms("alias/rows", true));

    assertThat(writing(script, new byte[3], settings)).isNull();

    assertThat(script.headers("x-amz-server-side-encryption")).containsExactly("aws:kms");
    assertThat(script.headers("x-amz-server-side-encryption-aws-kms-key-id"))
        .containsExactly("alias/rows");
    assertThat(script.headers("x-amz-server-side-encryption-bucket-key-enabled"))
        .containsExactly("true");
    assertThat(script.headers("x-amz-expected-bucket-owner")).containsExactly("123456789012");
    assertThat(script.headers("x-amz-meta-run")).containsExactly("7");
    assertThat(script.headers("Content-Type")).containsExactly("text/csv");
    assertThat(script.headers("Content-Encoding")).noneMatch("gzip"::equals);
  }

  @Test
  void anUploadSaysSoWhenItBeginsAndTheOwnerInEachRequest() throws IOException {
    Script script = new Script();
    S3Settings settings =
        S3Settings.defaults()
            .withBucketOwner("123456789012")
            .withEncryption(S3Encryption.withKeyOfS3());

    assertThat(writing(script, TWO_PARTS, settings)).isNull();

    assertThat(script.seen()).containsExactly("POST begin", "PUT", "PUT", "POST complete");
    assertThat(script.headers("x-amz-server-side-encryption"))
        .containsExactly("AES256", null, null, null);
    assertThat(script.headers("x-amz-expected-bucket-owner"))
        .containsExactly("123456789012", "123456789012", "123456789012", "123456789012");
    assertThat(script.headers("If-None-Match")).containsExactly(null, null, null, "*");
    assertThat(script.headers("x-amz-checksum-algorithm")).containsExactly(null, null, null, null);
  }

  @Test
  void withoutSettingsTheBucketDecides() throws IOException {
    Script script = new Script();

    assertThat(writing(script, new byte[3])).isNull();

    assertThat(script.headers("x-amz-server-side-encryption")).containsExactly((String) null);
    assertThat(script.headers("x-amz-expected-bucket-owner")).containsExactly((String) null);
  }

  private static @Nullable StoreException writing(Script script, byte[] content)
      throws IOException {
    return writing(script, content, S3Settings.defaults());
  }

  /** Returns how the write failed, or null. */
  private static @Nullable StoreException writing(
      Script script, byte[] content, S3Settings settings) throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(script);
        S3Client client = S3Clients.of(server.endpoint())) {
      ObjectStore store = new S3ObjectStore(client, settings);
      return catchThrowableOfType(
          StoreException.class,
          () ->
              store.write(
                  AT,
                  ONCE,
                  out -> {
                    out.write(content);
                    return content.length;
                  }));
    }
  }

  private static HttpHandler refusal(int status, String code) {
    return exchange -> ScriptedS3.refuse(exchange, status, code);
  }

  private static void found(HttpExchange exchange, String mark) throws IOException {
    exchange.getResponseHeaders().set(MARK, mark);
    exchange.sendResponseHeaders(200, -1);
  }
}
