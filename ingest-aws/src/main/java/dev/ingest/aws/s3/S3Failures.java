package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Turns what the SDK throws into failures of the port. */
final class S3Failures {

  private S3Failures() {}

  static StoreException of(ObjectLocation at, SdkException failure) {
    if (failure instanceof SdkServiceException service) {
      int status = service.statusCode();
      if (status == 404) {
        return new StoreException(
            Reason.NOT_FOUND, at, "expected an object, found none; check bucket and key", failure);
      }
      if (status == 403) {
        return new StoreException(
            Reason.DENIED,
            at,
            "expected the right to this object, found it denied; grant s3:GetObject or"
                + " s3:PutObject, and s3:ListBucket so that a missing object is told apart",
            failure);
      }
      return unavailable(at, "status " + status, failure);
    }
    return unavailable(at, failure.getClass().getSimpleName(), failure);
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
