package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ingest.aws.secret.MutableClock;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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

  /** What S3 says of every object whose writer asked for no other checksum. */
  @Test
  void aBodyHasTheChecksumOfTheObject() throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "rosWjg=="));
        S3Client client = S3Clients.of(server.endpoint());
        InputStream in = new S3ObjectStore(client).read(AT)) {
      assertThatThrownBy(in::readAllBytes)
          .hasMessage(
              "s3://inbox/a.xlsx: expected the bytes that S3 keeps, found others; try again");
    }
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "rosUhgp5mIg="));
        S3Client client = S3Clients.of(server.endpoint());
        InputStream in = new S3ObjectStore(client).read(AT)) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("123456789");
    }
  }

  /** Who reads no further than the length is told as well. */
  @Test
  void theLastBytesAreNotHandedOutBeforeTheChecksumIsRight() throws IOException {
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "rosUhgp5mIk="));
        S3Client client = S3Clients.of(server.endpoint());
        InputStream in = new S3ObjectStore(client).read(AT)) {
      assertThatThrownBy(() -> in.readNBytes(9)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aLongerBodyIsAFailure() {
    InputStream longer =
        new WholeBody(
            new ByteArrayInputStream("content and more".getBytes(UTF_8)),
            AT,
            7,
            null,
            Deadline.NONE);

    assertThatThrownBy(longer::readAllBytes)
        .isInstanceOf(IOException.class)
        .hasMessage("s3://inbox/a.xlsx: expected 7 bytes, found more; try again");
    InputStream byOne =
        new WholeBody(
            new ByteArrayInputStream("content and more".getBytes(UTF_8)),
            AT,
            7,
            null,
            Deadline.NONE);
    assertThatThrownBy(() -> byOne.skipNBytes(7))
        .hasMessage("s3://inbox/a.xlsx: expected 7 bytes, found more; try again");
  }

  @Test
  void aBodyWithoutALengthIsRefused() throws IOException {
    try (ScriptedS3 server =
            ScriptedS3.answering(exchange -> exchange.sendResponseHeaders(200, 0));
        S3Client client = S3Clients.of(server.endpoint())) {
      assertThatThrownBy(() -> new S3ObjectStore(client).read(AT))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "s3://inbox/a.xlsx: expected S3 to tell the length, found that it does not; look at what stands between");
    }
  }

  @Test
  void anEmptyBodyIsComparedAsWell() throws IOException {
    InputStream none =
        new WholeBody(InputStream.nullInputStream(), AT, 0, "rosUhgp5mIg=", Deadline.NONE);

    assertThatThrownBy(none::read)
        .hasMessage("s3://inbox/a.xlsx: expected the bytes that S3 keeps, found others; try again");
    assertThat(
            new WholeBody(InputStream.nullInputStream(), AT, 0, "AAAAAAAAAAA=", Deadline.NONE)
                .read())
        .isEqualTo(-1);
  }

  @Test
  void aBodyThatIsNotReadInTimeIsAFailure() throws IOException {
    MutableClock clock = new MutableClock();
    Instant end = clock.instant().plusSeconds(10);
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "content", 7));
        S3Client client = S3Clients.of(server.endpoint());
        InputStream in = new S3ObjectStore(client).until(end, clock).read(AT)) {
      assertThat(in.readNBytes(3)).asString(UTF_8).isEqualTo("con");
      clock.advance(Duration.ofSeconds(10));

      assertThatThrownBy(in::read)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "s3://inbox/a.xlsx: expected 7 bytes in time, found 3 when it was over; give the run more time");
    }
  }

  @Test
  void afterTheDeadlineNothingIsAsked() throws IOException {
    MutableClock clock = new MutableClock();
    try (ScriptedS3 server = ScriptedS3.answering(exchange -> respond(exchange, "content", 7));
        S3Client client = S3Clients.of(server.endpoint())) {
      S3ObjectStore store = new S3ObjectStore(client).until(clock.instant(), clock);

      assertThatThrownBy(() -> store.read(AT))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "s3://inbox/a.xlsx: expected time to ask S3, found none left; give the run more time");
      assertThat(server.requests()).isEmpty();
    }
  }

  private static void respond(HttpExchange exchange, String crc64) throws IOException {
    exchange.getResponseHeaders().set("x-amz-checksum-crc64nvme", crc64);
    exchange.getResponseHeaders().set("x-amz-checksum-type", "FULL_OBJECT");
    respond(exchange, "123456789", 9);
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
