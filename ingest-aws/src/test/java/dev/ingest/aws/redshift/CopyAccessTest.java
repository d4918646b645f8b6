package dev.ingest.aws.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.store.ObjectLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing gets into the text of COPY that could end a literal. */
class CopyAccessTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/service-role/copy";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:role/x'; DROP TABLE t; --",
        "arn:aws:iam::123456789012:role/a\\b",
        "arn:aws:iam::123456789012:role/",
        "arn:aws:iam::1234:role/x",
        "arn:aws:iam::123456789012:user/x",
        "default",
        "",
        "arn:aws:iam::123456789012:role/x\n"
      })
  void onlyARoleIsARole(String role) {
    assertThatThrownBy(() -> CopyAccess.by(role))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Redshift role: expected the ARN of an IAM role, found \"%s\"".formatted(role));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1", "us-gov-east-1", "cn-northwest-1", "ap-southeast-12"})
  void regionsAreTaken(String region) {
    assertThat(CopyAccess.by(ROLE).inRegion(region).region()).isEqualTo(region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eu", "eu-west-1'", "EU-WEST-1", "eu_west_1"})
  void otherTextsAreNoRegions(String region) {
    assertThatThrownBy(() -> CopyAccess.by(ROLE).inRegion(region))
        .hasMessage(
            "Redshift region: expected a region such as eu-west-1, found \"%s\"".formatted(region));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a", "a//", "it's/", "a\\/", "ä/"})
  void aPrefixIsOfPlainNames(String prefix) {
    assertThatThrownBy(() -> new CopyAccess(ROLE, null, prefix))
        .hasMessage(
            "Redshift manifests: expected a prefix of plain names that ends with a slash, found \"%s\""
                .formatted(prefix));
  }

  /** Whatever is in the key of the file is in the manifest only. */
  @Test
  void aManifestNamesOneFileThatMustBeThere() {
    ObjectLocation data = new ObjectLocation("files", "it's \"here\"/\\N.csv");

    assertThat(Manifest.content(data, 42))
        .hasToString(
            "{\"entries\":[{\"url\":\"s3://files/it's \\\"here\\\"/\\\\N.csv\",\"mandatory\":true,\"meta\":{\"content_length\":42}}]}");
  }
}
