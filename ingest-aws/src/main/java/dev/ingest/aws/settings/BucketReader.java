package dev.ingest.aws.settings;

import dev.ingest.aws.s3.S3Encryption;
import dev.ingest.aws.s3.S3Settings;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads which S3 there is, and how it is talked to. */
final class BucketReader {

  private BucketReader() {}

  static S3Settings read(Settings settings) {
    S3Settings s3 = S3Settings.defaults();
    s3 = settings.value("INGEST_S3_ENDPOINT", s3, BucketReader::at);
    s3 = settings.value("INGEST_S3_REGION", s3, s3::withRegion);
    s3 = settings.flag("INGEST_S3_PATH_STYLE") ? s3.withPathStyle() : s3;
    s3 = settings.value("INGEST_S3_BUCKET_OWNER", s3, s3::withBucketOwner);
    return s3.withEncryption(encryption(settings));
  }

  /** The message of a URI that is none would quote it, with a login that it may hold. */
  private static S3Settings at(String endpoint) {
    try {
      return S3Settings.defaults().withEndpoint(new URI(endpoint));
    } catch (URISyntaxException quoting) {
      throw new IllegalArgumentException(
          "expected a URI such as https://s3.example.com, found none");
    }
  }

  private static S3Encryption encryption(Settings settings) {
    String key = settings.optional("INGEST_S3_KMS_KEY", id -> id);
    boolean bucketKey = settings.flag("INGEST_S3_KMS_BUCKET_KEY");
    String usual = key == null && !bucketKey ? "bucket" : "kms";
    String mode = settings.value("INGEST_S3_ENCRYPTION", usual, BucketReader::mode);
    if (mode.equals("kms")) {
      return S3Encryption.withKeyOfKms(key, bucketKey);
    }
    settings.refuse(
        "where " + settings.label("INGEST_S3_ENCRYPTION") + " is " + mode,
        "INGEST_S3_KMS_KEY",
        "INGEST_S3_KMS_BUCKET_KEY");
    return mode.equals("s3") ? S3Encryption.withKeyOfS3() : S3Encryption.asTheBucketSays();
  }

  private static String mode(String text) {
    return switch (text) {
      case "bucket", "s3", "kms" -> text;
      default ->
          throw new IllegalArgumentException("expected bucket, s3 or kms, found \"" + text + "\"");
    };
  }
}
