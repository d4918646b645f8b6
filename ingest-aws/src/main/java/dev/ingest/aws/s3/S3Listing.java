package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The names of objects under a prefix: for the few that settings are kept in, not for buckets full
 * of uploads. Thread-safe.
 */
public final class S3Listing {

  private static final int MOST = 1000;

  private final S3Client client;
  private final S3Settings settings;

  /** Makes a listing on a client, which the caller closes. */
  public S3Listing(S3Client client, S3Settings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Returns the objects whose keys begin so, in the order of their keys, at most 1,000.
   *
   * @param prefix of the keys, as a location
   * @throws StoreException if it may not be listed, or there are more
   */
  public List<ObjectLocation> under(ObjectLocation prefix) {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder().bucket(prefix.bucket()).prefix(prefix.key()).maxKeys(MOST);
    if (settings.bucketOwner() != null) {
      request.expectedBucketOwner(settings.bucketOwner());
    }
    try {
      return locations(prefix, client.listObjectsV2(request.build()));
    } catch (SdkException failure) {
      throw S3Failures.of(prefix, failure);
    }
  }

  private static List<ObjectLocation> locations(ObjectLocation prefix, ListObjectsV2Response page) {
    if (Boolean.TRUE.equals(page.isTruncated())) {
      throw new StoreException(
          StoreException.Reason.BAD_LOCATION,
          prefix,
          "expected at most %s objects under it, found more; name a narrower prefix"
              .formatted(MOST),
          null);
    }
    List<ObjectLocation> found = new ArrayList<>();
    for (S3Object object : page.contents()) {
      found.add(new ObjectLocation(prefix.bucket(), object.key()));
    }
    return found;
  }
}
