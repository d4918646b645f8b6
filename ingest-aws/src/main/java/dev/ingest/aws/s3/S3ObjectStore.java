package dev.ingest.aws.s3;

import dev.ingest.load.TimeLimit;
import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import dev.ingest.store.WriteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * S3, or a store that speaks its protocol.
 *
 * <p>Reads are of the version or the ETag that the location names, and end with an error where
 * fewer or more bytes come than were announced, or others than S3's checksum is about. (A checksum
 * of checksums of parts cannot be compared; the length still is.)
 *
 * <p>Small objects are written by one put, larger ones by a multipart upload that becomes visible
 * when it is completed and is aborted when the body fails; at most one part is held in memory. Each
 * object gets a mark of its write as metadata, so that a write whose answer was lost is recognised;
 * facts leave it out. Thread-safe.
 */
public final class S3ObjectStore implements ObjectStore {

  private final S3Client client;
  private final S3Settings settings;
  private final Deadline deadline;

  /** Makes a store on a client, which the caller closes, with settings as they are by default. */
  public S3ObjectStore(S3Client client) {
    this(client, S3Settings.defaults());
  }

  /**
   * Makes a store on a client, which the caller closes.
   *
   * @param settings what goes into each request: owner, encryption, patience; endpoint, region and
   *     path style are the client's
   */
  public S3ObjectStore(S3Client client, S3Settings settings) {
    this(client, settings, Deadline.NONE);
  }

  private S3ObjectStore(S3Client client, S3Settings settings, Deadline deadline) {
    this.client = client;
    this.settings = settings;
    this.deadline = deadline;
  }

  /** Returns this store for what must be done by a time, as {@link #within} has it. */
  public S3ObjectStore until(Instant end, Clock clock) {
    return within(TimeLimit.at(end, clock));
  }

  /**
   * Returns this store for what must be done in a time. No request waits or is repeated beyond it,
   * and a body that is not read by then fails; a read that hears nothing at all may end later, by
   * the time of {@link S3Patience#read}. Parts of an upload that failed are given five seconds to
   * be removed.
   */
  public S3ObjectStore within(TimeLimit limit) {
    return new S3ObjectStore(client, settings, new Deadline(limit));
  }

  @Override
  public InputStream read(ObjectLocation at) {
    try {
      ResponseInputStream<GetObjectResponse> stream = requests(at).get();
      return new WholeBody(
          stream, at, length(at, stream), stream.response().checksumCRC64NVME(), deadline);
    } catch (SdkException failure) {
      throw S3Failures.of(at, failure);
    }
  }

  /** Without it nobody knows whether a body is whole. */
  private static long length(ObjectLocation at, ResponseInputStream<GetObjectResponse> stream) {
    Long length = stream.response().contentLength();
    if (length == null) {
      stream.abort();
      throw incomplete(at, "the length");
    }
    return length;
  }

  @Override
  public ObjectFacts facts(ObjectLocation at) {
    try {
      return facts(at, requests(at).head());
    } catch (SdkException failure) {
      throw S3Failures.of(at, failure);
    }
  }

  private static ObjectFacts facts(ObjectLocation at, HeadObjectResponse head) {
    if (head.contentLength() == null || head.eTag() == null || head.lastModified() == null) {
      throw incomplete(at, "size, ETag and time");
    }
    Map<String, String> metadata = new HashMap<>(head.metadata());
    metadata.remove(S3Requests.MARK);
    return new ObjectFacts(
        head.contentLength(),
        head.eTag(),
        head.versionId(),
        head.lastModified(),
        head.contentType(),
        metadata);
  }

  private static StoreException incomplete(ObjectLocation at, String expected) {
    return new StoreException(
        Reason.UNAVAILABLE,
        at,
        "expected S3 to tell %s, found that it does not; look at what stands between"
            .formatted(expected),
        null);
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    return write(at, WriteOptions.of(contentType), body);
  }

  @Override
  public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    if (at.version() != null || at.entityTag() != null) {
      throw StoreException.pinned(at);
    }
    try (S3Upload upload = new S3Upload(requests(at), options)) {
      T result = body.writeTo(upload);
      upload.complete();
      return result;
    } catch (SdkException failure) {
      throw S3Failures.of(at, failure);
    } catch (IOException failure) {
      throw new StoreException(
          Reason.UNAVAILABLE, at, "expected the object to be written, found " + failure, failure);
    }
  }

  private S3Requests requests(ObjectLocation at) {
    return new S3Requests(client, settings, deadline, at);
  }
}
