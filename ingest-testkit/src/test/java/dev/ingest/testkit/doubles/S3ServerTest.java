package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ServerTest {

  private static final String BUCKET = "inbox";
  private static final String ODD_KEY = "in/a b+c%ü.xlsx";
  private static final CharsetEncoder FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder();

  private final S3Server s3 = S3Server.start();
  private final S3Client client = client(S3Server.SECRET_ACCESS_KEY);

  @BeforeEach
  void createBucket() {
    s3.createBucket(BUCKET);
  }

  @AfterEach
  void close() {
    client.close();
    s3.close();
  }

  @Test
  void anObjectComesBackByItsOddKeyAndIsAPlainFile() {
    assumeThat(FILE_NAMES.canEncode(ODD_KEY)).as("file names may be Unicode").isTrue();

    upload(ODD_KEY, "content");

    assertThat(download(ODD_KEY)).isEqualTo("content");
    assertThat(s3.path(BUCKET, ODD_KEY)).hasContent("content");
    assertThat(s3.get(BUCKET, ODD_KEY)).asString(UTF_8).isEqualTo("content");
    assertThat(s3.objects(BUCKET)).containsExactly(ODD_KEY);
  }

  @Test
  void whatATestPutsTheClientReads() {
    s3.put(BUCKET, "key", "content".getBytes(UTF_8));

    assertThat(download("key")).isEqualTo("content");
  }

  @Test
  void aBusyServiceIsAskedAgain() {
    s3.failNext(2);

    upload("key", "content");

    assertThat(s3.objects(BUCKET)).containsExactly("key");
  }

  @Test
  void anyOtherFaultReachesTheCaller() {
    s3.failNext(1, 403, "AccessDenied");

    assertThatThrownBy(() -> upload("key", "content"))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
  }

  @Test
  void aWrongSecretIsRefused() {
    try (S3Client stranger = client("wrong")) {
      assertThatThrownBy(stranger::listBuckets)
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void aConditionalPutDoesNotReplace() {
    upload("key", "first");

    assertThatThrownBy(
            () ->
                client.putObject(
                    put -> put.bucket(BUCKET).key("key").ifNoneMatch("*"),
                    RequestBody.fromString("second")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(download("key")).isEqualTo("first");
  }

  @Test
  void everyWayToCreateAnObjectIsAnEvent() {
    s3.put(BUCKET, "a", new byte[] {1});
    upload("b", "content");
    client.copyObject(
        copy ->
            copy.sourceBucket(BUCKET).sourceKey("b").destinationBucket(BUCKET).destinationKey("c"));
    String tag = uploadInOnePart("d");

    assertThat(s3.events())
        .extracting(S3Event::name, S3Event::key)
        .containsExactly(
            tuple("ObjectCreated:Put", "a"),
            tuple("ObjectCreated:Put", "b"),
            tuple("ObjectCreated:Copy", "c"),
            tuple("ObjectCreated:CompleteMultipartUpload", "d"));
    assertThat(s3.events()).last().extracting(S3Event::entityTag).isEqualTo(tag);
    assertThat(s3.objects(BUCKET)).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aMultipartUploadIsNoObjectBeforeItIsComplete() {
    String upload = startMultipart("key");
    uploadPart("key", upload);

    assertThat(s3.objects(BUCKET)).isEmpty();
    assertThat(s3.events()).isEmpty();
  }

  @Test
  void aLongListingIsComplete() {
    List<String> keys = IntStream.range(0, 1001).mapToObj("%04d"::formatted).toList();
    keys.forEach(key -> s3.put(BUCKET, key, new byte[0]));

    assertThat(s3.objects(BUCKET)).isEqualTo(keys);
  }

  @Test
  void aMissingObjectIsNamedAsS3Does() {
    assertThatThrownBy(() -> download("none")).isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.get(BUCKET, "none")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void aKeyThatLeadsOutOfTheBucketHasNoPath() {
    assertThatThrownBy(() -> s3.path(BUCKET, "../other/key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key leads out of the bucket: ../other/key");
  }

  private S3Client client(String secret) {
    return S3Client.builder()
        .endpointOverride(s3.endpoint())
        .region(Region.EU_WEST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, secret)))
        .build();
  }

  private void upload(String key, String content) {
    client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
  }

  private String download(String key) {
    return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
  }

  private String uploadInOnePart(String key) {
    String upload = startMultipart(key);
    CompletedPart part =
        CompletedPart.builder().partNumber(1).eTag(uploadPart(key, upload)).build();
    return client
        .completeMultipartUpload(
            complete ->
                complete
                    .bucket(BUCKET)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(parts -> parts.parts(part)))
        .eTag()
        .replace("\"", "");
  }

  private String startMultipart(String key) {
    return client.createMultipartUpload(create -> create.bucket(BUCKET).key(key)).uploadId();
  }

  private String uploadPart(String key, String upload) {
    return client
        .uploadPart(
            part -> part.bucket(BUCKET).key(key).uploadId(upload).partNumber(1),
            RequestBody.fromString("part"))
        .eTag();
  }
}
