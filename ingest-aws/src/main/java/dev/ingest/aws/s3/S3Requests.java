package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.WriteOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The requests about one object: all with the settings, and none beyond the deadline. */
final class S3Requests {

  /** The name of the metadata by which a write knows its own object again. */
  static final String MARK = "ingest-write";

  /** Tidying up gets this much time even when the deadline is past. */
  private static final Duration TIDYING = Duration.ofSeconds(5);

  private final S3Client client;
  private final S3Settings settings;
  private final Deadline deadline;
  private final ObjectLocation at;

  S3Requests(S3Client client, S3Settings settings, Deadline deadline, ObjectLocation at) {
    this.client = client;
    this.settings = settings;
    this.deadline = deadline;
    this.at = at;
  }

  ObjectLocation at() {
    return at;
  }

  Deadline deadline() {
    return deadline;
  }

  int attempts() {
    return settings.patience().attempts();
  }

  ResponseInputStream<GetObjectResponse> get() {
    return client.getObject(
        get ->
            get.bucket(at.bucket())
                .key(at.key())
                .versionId(at.version())
                .ifMatch(quoted(at.entityTag()))
                .checksumMode(ChecksumMode.ENABLED)
                .expectedBucketOwner(settings.bucketOwner())
                .overrideConfiguration(inTime()));
  }

  HeadObjectResponse head() {
    return client.headObject(
        head ->
            head.bucket(at.bucket())
                .key(at.key())
                .versionId(at.version())
                .ifMatch(quoted(at.entityTag()))
                .expectedBucketOwner(settings.bucketOwner())
                .overrideConfiguration(inTime()));
  }

  void put(WriteOptions options, String mark, RequestBody body) {
    client.putObject(
        put ->
            put.bucket(at.bucket())
                .key(at.key())
                .contentType(options.contentType())
                .metadata(marked(options, mark))
                .ifNoneMatch(guard(options))
                .serverSideEncryption(encryption())
                .ssekmsKeyId(kmsKey())
                .bucketKeyEnabled(bucketKey())
                .expectedBucketOwner(settings.bucketOwner())
                .overrideConfiguration(inTime()),
        body);
  }

  /** Begins an upload and returns its id. */
  String begin(WriteOptions options, String mark) {
    return client
        .createMultipartUpload(
            upload ->
                upload
                    .bucket(at.bucket())
                    .key(at.key())
                    .contentType(options.contentType())
                    .metadata(marked(options, mark))
                    .serverSideEncryption(encryption())
                    .ssekmsKeyId(kmsKey())
                    .bucketKeyEnabled(bucketKey())
                    .expectedBucketOwner(settings.bucketOwner())
                    .overrideConfiguration(inTime()))
        .uploadId();
  }

  /** Sends a part; what S3 says of its checksums has to be said again when the upload ends. */
  CompletedPart part(String uploadId, int number, RequestBody body) {
    UploadPartResponse sent =
        client.uploadPart(
            part ->
                part.bucket(at.bucket())
                    .key(at.key())
                    .uploadId(uploadId)
                    .partNumber(number)
                    .expectedBucketOwner(settings.bucketOwner())
                    .overrideConfiguration(inTime()),
            body);
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(sent.eTag())
        .checksumCRC32(sent.checksumCRC32())
        .checksumCRC32C(sent.checksumCRC32C())
        .checksumCRC64NVME(sent.checksumCRC64NVME())
        .checksumSHA1(sent.checksumSHA1())
        .checksumSHA256(sent.checksumSHA256())
        .build();
  }

  void complete(WriteOptions options, String uploadId, List<CompletedPart> parts) {
    client.completeMultipartUpload(
        complete ->
            complete
                .bucket(at.bucket())
                .key(at.key())
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(parts))
                .ifNoneMatch(guard(options))
                .expectedBucketOwner(settings.bucketOwner())
                .overrideConfiguration(inTime()));
  }

  void abort(String uploadId) {
    client.abortMultipartUpload(
        abort ->
            abort
                .bucket(at.bucket())
                .key(at.key())
                .uploadId(uploadId)
                .expectedBucketOwner(settings.bucketOwner())
                .overrideConfiguration(waiting(deadline.isPast() ? TIDYING : left())));
  }

  private static Map<String, String> marked(WriteOptions options, String mark) {
    Map<String, String> metadata = new HashMap<>(options.metadata());
    metadata.put(MARK, mark);
    return metadata;
  }

  private @Nullable ServerSideEncryption encryption() {
    if (settings.encryption() instanceof S3Encryption.OfBucket) {
      return null;
    }
    return kms() == null ? ServerSideEncryption.AES256 : ServerSideEncryption.AWS_KMS;
  }

  private @Nullable String kmsKey() {
    S3Encryption.OfKms kms = kms();
    return kms == null ? null : kms.keyId();
  }

  private @Nullable Boolean bucketKey() {
    S3Encryption.OfKms kms = kms();
    return kms == null ? null : kms.bucketKey();
  }

  private S3Encryption.@Nullable OfKms kms() {
    return settings.encryption() instanceof S3Encryption.OfKms kms ? kms : null;
  }

  private static @Nullable String guard(WriteOptions options) {
    return options.mayReplace() ? null : "*";
  }

  private static @Nullable String quoted(@Nullable String entityTag) {
    return entityTag == null ? null : '"' + entityTag + '"';
  }

  private AwsRequestOverrideConfiguration inTime() {
    return waiting(left());
  }

  private Duration left() {
    return deadline.within(at, settings.patience().call());
  }

  private AwsRequestOverrideConfiguration waiting(Duration call) {
    Duration attempt = settings.patience().attempt();
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(call)
        .apiCallAttemptTimeout(attempt.compareTo(call) < 0 ? attempt : call)
        .build();
  }
}
