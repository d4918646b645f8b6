package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the SDK throws into failures of the port. */
final class S3Failures {

  private static final int DELETED = 405;

  private S3Failures() {}

  static StoreException of(ObjectLocation at, SdkException failure) {
    if (!(failure instanceof AwsServiceException service)) {
      return unavailable(at, failure.getClass().getSimpleName(), failure);
    }
    int status = service.statusCode();
    return switch (status) {
      case 404 -> StoreException.missing(at, failure);
      case 412 ->
          at.entityTag() == null
              ? StoreException.exists(at, failure)
              : StoreException.replaced(at, failure);
      case 403 -> denied(at, service);
      case DELETED ->
          at.version() == null
              ? unavailable(at, "status " + status, failure)
              : StoreException.missing(at, failure);
      default -> unavailable(at, "status " + status, failure);
    };
  }

  private static StoreException denied(ObjectLocation at, AwsServiceException failure) {
    return new StoreException(
        Reason.DENIED, at, "expected the right to this object, found it " + why(failure), failure);
  }

  /** S3 answers 403 for three reasons that people mend in different places. */
  private static String why(AwsServiceException failure) {
    if (failure.awsErrorDetails() != null
        && "InvalidObjectState".equals(failure.awsErrorDetails().errorCode())) {
      return "archived; restore it first";
    }
    return String.valueOf(failure.getMessage()).contains("kms:")
        ? "denied by its key; grant kms:Decrypt and kms:GenerateDataKey"
        : "denied; grant s3:GetObject or s3:PutObject, and s3:ListBucket so that a missing object"
            + " is told apart";
  }

  private static StoreException unavailable(ObjectLocation at, String found, SdkException failure) {
    return new StoreException(
        Reason.UNAVAILABLE,
        at,
        "expected S3 to answer, found %s (%s); try again, and check region, endpoint and route"
            .formatted(found, failure.getMessage()),
        failure);
  }
}
