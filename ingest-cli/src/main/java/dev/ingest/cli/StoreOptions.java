package dev.ingest.cli;

import picocli.CommandLine.Option;

/** Where the files of a load are kept, and how a database gets at them. */
final class StoreOptions {

  private final TargetOptions target;
  private final SaidSettings said;

  /** Makes options that belong to a target. */
  StoreOptions(TargetOptions target) {
    this.target = target;
    this.said = target.said();
  }

  /**
   * Returns where the load goes.
   *
   * @throws IllegalArgumentException if anything is missing or wrong; the message lists it all
   */
  LoadSettings settings() {
    return LoadSettings.read(target);
  }

  @Option(
      names = "--output-bucket",
      paramLabel = "NAME",
      description = {
        "The S3 bucket for the CSV, which all targets but postgres need.",
        "Default: a folder under .ingest/."
      })
  void outputBucket(String value) {
    said.give("INGEST_OUTPUT_BUCKET", value);
  }

  @Option(
      names = "--copy-role",
      paramLabel = "ARN",
      description = "The role by which Redshift reads that bucket.")
  void copyRole(String value) {
    said.give("INGEST_COPY_ROLE", value);
  }

  @Option(
      names = "--manifests",
      paramLabel = "PREFIX",
      description = "Where in it the manifests for Redshift go. Default: ingest-manifests/.")
  void manifests(String value) {
    said.give("INGEST_MANIFESTS", value);
  }

  @Option(
      names = "--gzip",
      negatable = true,
      description = "Compress the CSV. Not for the target rds.")
  void gzip(boolean value) {
    said.give("INGEST_GZIP", Boolean.toString(value));
  }

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description = "Another store that speaks the protocol of S3.")
  void s3Endpoint(String value) {
    said.give("INGEST_S3_ENDPOINT", value);
  }

  @Option(
      names = "--s3-region",
      paramLabel = "NAME",
      description = "The region of the buckets. Default: where the SDK looks.")
  void s3Region(String value) {
    said.give("INGEST_S3_REGION", value);
  }

  @Option(
      names = "--s3-path-style",
      negatable = true,
      description = "The bucket goes into the path, as most stores but Amazon's want.")
  void s3PathStyle(boolean value) {
    said.give("INGEST_S3_PATH_STYLE", Boolean.toString(value));
  }

  @Option(
      names = "--s3-bucket-owner",
      paramLabel = "ACCOUNT",
      description = "The account that must own the buckets. Default: any.")
  void s3BucketOwner(String value) {
    said.give("INGEST_S3_BUCKET_OWNER", value);
  }

  @Option(
      names = "--s3-encryption",
      paramLabel = "MODE",
      description =
          "bucket (default): as the bucket says; s3: with S3's key; kms: with a key of KMS.")
  void s3Encryption(String value) {
    said.give("INGEST_S3_ENCRYPTION", value);
  }

  @Option(
      names = "--s3-kms-key",
      paramLabel = "ID",
      description = "The key of KMS. Default: the account's for S3.")
  void s3KmsKey(String value) {
    said.give("INGEST_S3_KMS_KEY", value);
  }

  @Option(
      names = "--s3-kms-bucket-key",
      negatable = true,
      description = "With a key of the bucket between, which saves calls of KMS.")
  void s3KmsBucketKey(boolean value) {
    said.give("INGEST_S3_KMS_BUCKET_KEY", Boolean.toString(value));
  }
}
