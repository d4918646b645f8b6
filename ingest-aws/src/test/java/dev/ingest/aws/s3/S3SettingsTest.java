package dev.ingest.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that make no sense are refused when they are made, not at the first request. */
class S3SettingsTest {

  private static final S3Settings DEFAULTS = S3Settings.defaults();

  @Test
  void eachSettingLeavesTheOthers() {
    S3Patience hasty = patience(1, Duration.ofSeconds(1));

    assertThat(
            DEFAULTS
                .withEndpoint(URI.create("https://s3.example.com:9000"))
                .withRegion("eu-west-1")
                .withPathStyle()
                .withBucketOwner("123456789012")
                .withEncryption(S3Encryption.withKeyOfKms(null, true))
                .withPatience(hasty))
        .isEqualTo(
            new S3Settings(
                URI.create("https://s3.example.com:9000"),
                "eu-west-1",
                true,
                "123456789012",
                new S3Encryption.OfKms(null, true),
                hasty));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://s3.example.com",
        "s3.example.com",
        "https:///bucket",
        "https://user:hunter2@s3.example.com",
        "https://s3.example.com?token=hunter2",
        "https://s3.example.com#hunter2"
      })
  void anEndpointIsAHostAndTellsNoLogin(String uri) {
    assertThatThrownBy(() -> DEFAULTS.withEndpoint(URI.create(uri)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "S3 endpoint: expected http or https and a host, without login and query, found another URI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901x"})
  void anOwnerIsAnAccount(String owner) {
    assertThatThrownBy(() -> DEFAULTS.withBucketOwner(owner))
        .hasMessage("bucket owner: expected an account of 12 digits, found \"" + owner + "\"");
  }

  @Test
  void namesAreNotEmpty() {
    assertThatThrownBy(() -> DEFAULTS.withRegion(" "))
        .hasMessage("S3 region: expected a name, found an empty one");
    assertThatThrownBy(() -> S3Encryption.withKeyOfKms("", false))
        .hasMessage("encryption: expected the id, ARN or alias of a KMS key, found an empty one");
  }

  @Test
  void patienceHasAnEnd() {
    assertThatThrownBy(() -> patience(0, Duration.ofSeconds(1)))
        .hasMessage("attempts: expected 1 to 20, found 0");
    assertThatThrownBy(() -> patience(21, Duration.ofSeconds(1)))
        .hasMessage("attempts: expected 1 to 20, found 21");
    assertThatThrownBy(() -> patience(1, Duration.ZERO))
        .hasMessage("connect: expected some time to wait, found PT0S");
  }

  private static S3Patience patience(int attempts, Duration wait) {
    return new S3Patience(attempts, wait, wait, wait, wait);
  }
}
