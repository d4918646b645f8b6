package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.store.GzipObjectStore;
import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.WriteOptions;
import dev.ingest.testkit.contract.ObjectStoreContract;
import dev.ingest.testkit.doubles.S3Event;
import dev.ingest.testkit.doubles.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** The contract on the real protocol, and what only S3 has: parts, retries, rights. */
class S3ObjectStoreTest extends ObjectStoreContract {

  private static final String BUCKET = "inbox";
  private static final String BINARY = "application/octet-stream";

  private final S3Server server = S3Server.start();
  private final S3Client client = S3Clients.of(server.endpoint());

  @BeforeEach
  void createBucket() {
    server.createBucket(BUCKET);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Override
  protected ObjectStore store() {
    return new S3ObjectStore(client);
  }

  @Override
  protected String bucket() {
    return BUCKET;
  }

  @Test
  void anObjectUpToAPartIsPutAtOnce() throws IOException {
    byte[] content = content(S3Upload.PART);

    write("part.bin", content);

    assertThat(server.get(BUCKET, "part.bin")).isEqualTo(content);
    assertThat(server.events()).extracting(S3Event::name).containsExactly("ObjectCreated:Put");
  }

  @Test
  void aLargerObjectIsSentInPartsAndComesBackEqual() throws IOException {
    byte[] content = content(20_000_000);

    write("large.bin", content);

    assertThat(read("large.bin")).isEqualTo(content);
    assertThat(server.events())
        .extracting(S3Event::name)
        .containsExactly("ObjectCreated:CompleteMultipartUpload");
  }

  @Test
  void anUploadThatFailsAfterSomePartsIsAborted() {
    IOException cause = new IOException("the workbook broke off");

    assertThatThrownBy(
            () ->
                store()
                    .write(
                        at("large.bin"),
                        BINARY,
                        out -> {
                          out.write(content(20_000_000));
                          throw cause;
                        }))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "s3://inbox/large.bin: expected the object to be written, found java.io.IOException: the workbook broke off")
        .hasCause(cause);
    assertThat(server.objects(BUCKET)).isEmpty();
    assertThat(client.listMultipartUploads(request -> request.bucket(BUCKET)).uploads()).isEmpty();
  }

  @Test
  void thePieceSizesOfTheWriterDoNotMatter() throws IOException {
    byte[] content = content(S3Upload.PART + 3);

    store()
        .write(
            at("pieces.bin"),
            BINARY,
            out -> {
              writeInPieces(out, content);
              return content.length;
            });

    assertThat(read("pieces.bin")).isEqualTo(content);
  }

  private static void writeInPieces(OutputStream out, byte[] content) throws IOException {
    int from = 0;
    for (int piece = 1; from < content.length; piece = piece * 3 + 1) {
      int count = Math.min(piece, content.length - from);
      out.write(content, from, count);
      from += count;
    }
  }

  @Test
  void theMediaTypeIsKept() {
    store().write(at("typed.csv"), "text/csv; charset=utf-8; header=present", out -> null);

    assertThat(client.headObject(request -> request.bucket(BUCKET).key("typed.csv")).contentType())
        .isEqualTo("text/csv; charset=utf-8; header=present");
  }

  @Test
  void factsAreWhatWasGivenWithTheObjectAndNoMore() {
    store()
        .write(
            at("facts.csv"),
            WriteOptions.of("text/csv").withMetadata(Map.of("run", "7", "source-version", "v1")),
            out -> null);

    ObjectFacts facts = store().facts(at("facts.csv"));

    assertThat(facts.contentType()).isEqualTo("text/csv");
    assertThat(facts.metadata()).isEqualTo(Map.of("run", "7", "source-version", "v1"));
    assertThat(facts.version()).isNull();
  }

  @Test
  void aLargeObjectThatMustNotBeReplacedStaysAndNoPartsAreLeft() throws IOException {
    byte[] first = content(9_000_000);
    writeOnce("large.bin", first);

    StoreException refusal = failure(() -> writeOnce("large.bin", new byte[9_000_000]));

    assertThat(refusal.reason()).isEqualTo(StoreException.Reason.EXISTS);
    assertThat(read("large.bin")).isEqualTo(first);
    assertThat(client.listMultipartUploads(request -> request.bucket(BUCKET)).uploads()).isEmpty();
  }

  @Test
  void compressedObjectsSayNothingOfAnEncoding() throws IOException {
    ObjectStore gzip = new GzipObjectStore(store());
    gzip.write(
        at("rows.csv.gz"),
        "text/csv",
        out -> {
          out.write("location\n".getBytes(UTF_8));
          return null;
        });

    HeadObjectResponse head = client.headObject(get -> get.bucket(BUCKET).key("rows.csv.gz"));
    assertThat(head.contentType()).isEqualTo("application/gzip");
    assertThat(head.contentEncoding()).isNull();
    try (InputStream in = gzip.read(at("rows.csv.gz"))) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("location\n");
    }
  }

  @Test
  void aBusyServiceIsAskedAgain() throws IOException {
    server.put(BUCKET, "busy.csv", "content".getBytes(UTF_8));

    server.failNext(2);
    assertThat(read("busy.csv")).asString(UTF_8).isEqualTo("content");
    server.failNext(2);
    write("written.csv", "content".getBytes(UTF_8));
    assertThat(server.get(BUCKET, "written.csv")).asString(UTF_8).isEqualTo("content");
  }

  @Test
  void aServiceThatStaysBusyIsUnavailable() {
    server.failNext(Integer.MAX_VALUE);

    StoreException failure = failure(() -> read("busy.csv"));

    assertThat(failure.reason()).isEqualTo(StoreException.Reason.UNAVAILABLE);
    assertThat(failure)
        .hasMessageStartingWith("s3://inbox/busy.csv: expected S3 to answer, found status 503 (")
        .hasMessageEndingWith("); try again, and check region, endpoint and route");
  }

  @Test
  void aWriteThatIsNotTakenIsUnavailableAndNothingAppears() {
    server.failNext(Integer.MAX_VALUE);

    StoreException failure = failure(() -> write("busy.csv", new byte[1]));

    assertThat(failure.reason()).isEqualTo(StoreException.Reason.UNAVAILABLE);
    server.failNext(0);
    assertThat(server.objects(BUCKET)).isEmpty();
  }

  @Test
  void whoMayNotIsToldWhatToGrant() {
    server.put(BUCKET, "secret.csv", new byte[1]);
    try (S3Client stranger = S3Clients.of(server.endpoint(), "another-secret")) {
      ObjectStore store = new S3ObjectStore(stranger);

      StoreException reading = failure(() -> store.read(at("secret.csv")).close());
      StoreException writing = failure(() -> store.write(at("secret.csv"), BINARY, out -> null));

      assertThat(List.of(reading, writing))
          .allSatisfy(
              failure -> {
                assertThat(failure.reason()).isEqualTo(StoreException.Reason.DENIED);
                assertThat(failure)
                    .hasMessage(
                        "s3://inbox/secret.csv: expected the right to this object, found it denied; grant s3:GetObject or s3:PutObject, and s3:ListBucket so that a missing object is told apart");
              });
    }
  }

  @Test
  void aBucketThatIsNotThereIsNotFound() {
    ObjectLocation nowhere = new ObjectLocation("no-such-bucket", "a.csv");

    StoreException reading = failure(() -> store().read(nowhere).close());
    StoreException writing = failure(() -> store().write(nowhere, BINARY, out -> null));

    assertThat(List.of(reading, writing))
        .extracting(StoreException::reason)
        .containsOnly(StoreException.Reason.NOT_FOUND);
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(20200201).nextBytes(content);
    return content;
  }

  private static ObjectLocation at(String key) {
    return new ObjectLocation(BUCKET, key);
  }

  private void write(String key, byte[] content) {
    store()
        .write(
            at(key),
            BINARY,
            out -> {
              out.write(content);
              return content.length;
            });
  }

  private void writeOnce(String key, byte[] content) {
    store()
        .write(
            at(key),
            WriteOptions.of(BINARY).neverReplacing(),
            out -> {
              out.write(content);
              return content.length;
            });
  }

  private byte[] read(String key) throws IOException {
    try (InputStream in = store().read(at(key))) {
      return in.readAllBytes();
    }
  }

  private static StoreException failure(ThrowingCallable action) {
    return catchThrowableOfType(StoreException.class, action);
  }
}
