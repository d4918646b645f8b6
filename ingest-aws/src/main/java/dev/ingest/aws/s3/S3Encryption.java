package dev.ingest.aws.s3;

import org.jspecify.annotations.Nullable;

/** How S3 encrypts what is written. Reading needs no setting, only the right to the key. */
public sealed interface S3Encryption {

  /** As the bucket says; S3's own default is its own key. */
  static S3Encryption asTheBucketSays() {
    return new OfBucket();
  }

  /** With S3's own key (SSE-S3). */
  static S3Encryption withKeyOfS3() {
    return new OfS3();
  }

  /**
   * With a key of KMS (SSE-KMS).
   *
   * @param keyId its id, ARN or alias, or null for the account's key for S3
   * @param bucketKey whether a key of the bucket stands between, which saves calls of KMS
   */
  static S3Encryption withKeyOfKms(@Nullable String keyId, boolean bucketKey) {
    return new OfKms(keyId, bucketKey);
  }

  /** See {@link S3Encryption#asTheBucketSays()}. */
  record OfBucket() implements S3Encryption {}

  /** See {@link S3Encryption#withKeyOfS3()}. */
  record OfS3() implements S3Encryption {}

  /** See {@link S3Encryption#withKeyOfKms}. */
  record OfKms(@Nullable String keyId, boolean bucketKey) implements S3Encryption {

    /** Refuses an empty key. */
    public OfKms {
      if (keyId != null && keyId.isBlank()) {
        throw new IllegalArgumentException(
            "encryption: expected the id, ARN or alias of a KMS key, found an empty one");
      }
    }
  }
}
