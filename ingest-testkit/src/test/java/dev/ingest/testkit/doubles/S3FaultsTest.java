package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FaultsTest {

  private static final String WHOLE = "0123456789";

  private final S3Server s3 = S3Server.start();
  private final S3Client client =
      S3Client.builder()
          .endpointOverride(s3.endpoint())
          .region(Region.EU_WEST_1)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, S3Server.SECRET_ACCESS_KEY)))
          .build();

  @BeforeEach
  void object() {
    s3.createBucket("box");
    s3.put("box", "k", WHOLE.getBytes(UTF_8));
  }

  @AfterEach
  void close() {
    client.close();
    s3.close();
  }

  @Test
  void aShortenedBodyIsToldByTheSizeAlone() throws Exception {
    s3.spoilNextRead(BodyFault.SHORTENED);

    try (ResponseInputStream<GetObjectResponse> body = read()) {
      assertThat(body.readAllBytes()).asString(UTF_8).isEqualTo("01234");
      assertThat(body.response().contentLength()).isEqualTo(5);
      assertThat(body.response().eTag()).isEqualTo(entityTag());
    }
    assertThat(text()).isEqualTo(WHOLE);
  }

  @Test
  void aCorruptBodyDiffersInOneBit() throws Exception {
    s3.spoilNextRead(BodyFault.CORRUPT);

    assertThat(text()).isEqualTo("0123446789");
    assertThat(text()).isEqualTo(WHOLE);
  }

  @Test
  void anObjectReplacedBetweenTwoRequestsHasAnotherTag() {
    String seen = entityTag();
    s3.beforeNextRead(() -> s3.put("box", "k", "another".getBytes(UTF_8)));

    assertThatThrownBy(() -> client.getObject(get -> get.bucket("box").key("k").ifMatch(seen)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  @Test
  void aReadMayWaitForTheTest() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    s3.beforeNextRead(
        () -> {
          reached.countDown();
          awaitUninterrupted(go);
        });
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::text);

    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(answer).isNotDone();
    go.countDown();
    assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(WHOLE);
  }

  @Test
  void anEventIsANotificationOfS3() {
    s3.put("box", "in/a b+c.xlsx", new byte[] {1, 2, 3});

    S3Event event = s3.events().get(1);

    assertThat(event.notification())
        .isEqualTo(
            """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1",\
            "eventTime":"2024-01-31T12:00:00.000Z","eventName":"ObjectCreated:Put",\
            "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"box","arn":"arn:aws:s3:::box"},\
            "object":{"key":"in/a+b%2Bc.xlsx","size":3,\
            "eTag":"5289df737df57326fcdd22597afb1fac","sequencer":"0000000000000002"}}}]}""");
  }

  private ResponseInputStream<GetObjectResponse> read() {
    return client.getObject(get -> get.bucket("box").key("k"));
  }

  private String text() {
    return client.getObjectAsBytes(get -> get.bucket("box").key("k")).asUtf8String();
  }

  private String entityTag() {
    return client.headObject(head -> head.bucket("box").key("k")).eTag();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
