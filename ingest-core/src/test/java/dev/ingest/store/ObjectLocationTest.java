package dev.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLocationTest {

  @Test
  void aUriIsTakenAsItIs() {
    assertThat(ObjectLocation.parse("s3://my-bucket/a b+c%20/ü.xlsx"))
        .isEqualTo(new ObjectLocation("my-bucket", "a b+c%20/ü.xlsx", null))
        .hasToString("s3://my-bucket/a b+c%20/ü.xlsx");
  }

  @Test
  void theVersionIsNotShown() {
    assertThat(new ObjectLocation("bucket", "key", "v1")).hasToString("s3://bucket/key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics.xlsx", "s3://bucket", "http://bucket/key", "S3://bucket/key"})
  void otherTextIsNoLocation(String text) {
    assertThatThrownBy(() -> ObjectLocation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("location: expected s3://bucket/key, found \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "..", "-ab", "a/b", "bücket", "a b"})
  void aBucketHasAPlainName(String bucket) {
    assertThatThrownBy(() -> new ObjectLocation(bucket, "key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bucket: expected 2 to 63 letters, digits, dots and dashes, found \"" + bucket + "\"");
  }

  @Test
  void aBucketHas2To63Characters() {
    assertThat(new ObjectLocation("a" + "Z9._-".repeat(12) + "00", "key").bucket()).hasSize(63);
    assertThatThrownBy(() -> new ObjectLocation("a".repeat(64), "key"))
        .hasMessageStartingWith("bucket: expected 2 to 63 letters");
  }

  @Test
  void aKeyHasOneToThousandBytes() {
    assertThat(new ObjectLocation("bucket", "é".repeat(512)).key()).hasSize(512);
    assertThatThrownBy(() -> new ObjectLocation("bucket", "é".repeat(513)))
        .hasMessage("key: expected 1 to 1024 bytes in UTF-8, found 1026");
    assertThatThrownBy(() -> new ObjectLocation("bucket", ""))
        .hasMessage("key: expected 1 to 1024 bytes in UTF-8, found 0");
  }

  @Test
  void anEntityTagIsTakenWithOrWithoutQuotes() {
    ObjectLocation at = new ObjectLocation("bucket", "key", "v1");

    assertThat(at.withEntityTag("\"0a\"")).isEqualTo(at.withEntityTag("0a"));
    assertThat(at.withEntityTag("0a")).isEqualTo(new ObjectLocation("bucket", "key", "v1", "0a"));
    assertThat(at.withEntityTag("\"").entityTag()).isEqualTo("\"");
  }
}
