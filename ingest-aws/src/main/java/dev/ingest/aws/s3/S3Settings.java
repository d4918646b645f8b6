package dev.ingest.aws.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which S3, and how it is talked to. What is null is found where the SDK looks: environment,
 * profile, role.
 *
 * @param endpoint of a store that speaks the protocol, such as {@code https://s3.example.com}, or
 *     null for Amazon's or the one of {@code AWS_ENDPOINT_URL_S3}
 * @param region such as {@code eu-west-1}
 * @param pathStyle whether the bucket goes into the path and not into the host name, as most stores
 *     but Amazon's want
 * @param bucketOwner the account of 12 digits that must own each bucket, so that a bucket's name
 *     that somebody else has taken is refused; null for any
 * @param encryption of what is written
 * @param patience how long and how often it is tried
 */
public record S3Settings(
    @Nullable URI endpoint,
    @Nullable String region,
    boolean pathStyle,
    @Nullable String bucketOwner,
    S3Encryption encryption,
    S3Patience patience) {

  private static final int ACCOUNT_DIGITS = 12;

  /** Refuses what cannot be an endpoint, a region or an account. */
  public S3Settings {
    if (endpoint != null && !isEndpoint(endpoint)) {
      throw new IllegalArgumentException(
          "S3 endpoint: expected http or https and a host, without login and query, found another URI");
    }
    if (region != null && region.isBlank()) {
      throw new IllegalArgumentException("S3 region: expected a name, found an empty one");
    }
    if (bucketOwner != null && !isAccount(bucketOwner)) {
      throw new IllegalArgumentException(
          "bucket owner: expected an account of 12 digits, found \"" + bucketOwner + "\"");
    }
  }

  /** Amazon's S3 as the SDK finds it, for buckets of anybody, encrypted as they say. */
  public static S3Settings defaults() {
    return new S3Settings(
        null, null, false, null, S3Encryption.asTheBucketSays(), S3Patience.standard());
  }

  /** Returns settings with this endpoint. */
  public S3Settings withEndpoint(URI other) {
    return new S3Settings(other, region, pathStyle, bucketOwner, encryption, patience);
  }

  /** Returns settings with this region. */
  public S3Settings withRegion(String other) {
    return new S3Settings(endpoint, other, pathStyle, bucketOwner, encryption, patience);
  }

  /** Returns settings with the bucket in the path. */
  public S3Settings withPathStyle() {
    return new S3Settings(endpoint, region, true, bucketOwner, encryption, patience);
  }

  /** Returns settings for buckets of this account only. */
  public S3Settings withBucketOwner(String account) {
    return new S3Settings(endpoint, region, pathStyle, account, encryption, patience);
  }

  /** Returns settings with this encryption. */
  public S3Settings withEncryption(S3Encryption other) {
    return new S3Settings(endpoint, region, pathStyle, bucketOwner, other, patience);
  }

  /** Returns settings with this patience. */
  public S3Settings withPatience(S3Patience other) {
    return new S3Settings(endpoint, region, pathStyle, bucketOwner, encryption, other);
  }

  /** A login in a URI would end up in logs. */
  private static boolean isEndpoint(URI uri) {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return web
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private static boolean isAccount(String text) {
    return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
