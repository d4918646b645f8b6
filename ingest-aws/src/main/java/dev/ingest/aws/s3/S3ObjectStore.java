package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * S3, or a store that speaks its protocol. Reads are pinned to a version where the location names
 * one, and end with an error where fewer bytes come than were announced. Small objects are written
 * by one put, larger ones by a multipart upload that becomes visible when it is completed and is
 * aborted when the body fails; at most one part is held in memory. Thread-safe.
 */
public final class S3ObjectStore implements ObjectStore {

  private final S3Client client;

  /** Makes a store on a client, which the caller closes. */
  public S3ObjectStore(S3Client client) {
    this.client = client;
  }

  @Override
  public InputStream read(ObjectLocation at) {
    try {
      ResponseInputStream<GetObjectResponse> stream =
          client.getObject(
              request -> request.bucket(at.bucket()).key(at.key()).versionId(at.version()));
      Long length = stream.response().contentLength();
      return length == null ? stream : new WholeBody(stream, at, length);
    } catch (SdkException failure) {
      throw S3Failures.of(at, failure);
    }
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    try (S3Upload upload = new S3Upload(client, at, contentType)) {
      T result = body.writeTo(upload);
      upload.complete();
      return result;
    } catch (SdkException failure) {
      throw S3Failures.of(at, failure);
    } catch (IOException failure) {
      throw new StoreException(
          StoreException.Reason.UNAVAILABLE,
          at,
          "expected the object to be written, found " + failure,
          failure);
    }
  }
}
