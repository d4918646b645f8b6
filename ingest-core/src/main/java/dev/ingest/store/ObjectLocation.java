package dev.ingest.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where an object is.
 *
 * @param bucket the bucket, or the first folder of a directory store
 * @param key the key: any text of 1 to 1,024 bytes in UTF-8
 * @param version the version to read, or null for the newest
 * @param entityTag the ETag that the object must have when it is read, without quotes as events
 *     have it, or null for any
 */
public record ObjectLocation(
    String bucket, String key, @Nullable String version, @Nullable String entityTag) {

  private static final int SHORTEST_BUCKET = 2;
  private static final int LONGEST_BUCKET = 63;
  private static final int LONGEST_KEY = 1024;
  private static final String SCHEME = "s3://";

  /** Refuses names that no store takes. */
  public ObjectLocation {
    if (!isBucket(bucket)) {
      throw new IllegalArgumentException(
          "bucket: expected 2 to 63 letters, digits, dots and dashes, found \"" + bucket + "\"");
    }
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > LONGEST_KEY) {
      throw new IllegalArgumentException("key: expected 1 to 1024 bytes in UTF-8, found " + bytes);
    }
  }

  private static boolean isBucket(String name) {
    boolean fine = name.length() >= SHORTEST_BUCKET && name.length() <= LONGEST_BUCKET;
    for (int i = 0; fine && i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      fine = plain || i > 0 && "._-".indexOf(c) >= 0;
    }
    return fine;
  }

  /** Makes the location of an object's newest version. */
  public ObjectLocation(String bucket, String key) {
    this(bucket, key, null, null);
  }

  /** Makes the location of a version, or of the newest one if it is null. */
  public ObjectLocation(String bucket, String key, @Nullable String version) {
    this(bucket, key, version, null);
  }

  /**
   * Returns the location of one object and none that replaces it.
   *
   * @param tag its ETag, with or without quotes
   */
  public ObjectLocation withEntityTag(String tag) {
    return new ObjectLocation(bucket, key, version, unquoted(tag));
  }

  /** HTTP writes them with quotes, events without. */
  static String unquoted(String tag) {
    boolean quoted = tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"");
    return quoted ? tag.substring(1, tag.length() - 1) : tag;
  }

  /** Returns whether a text has the form of an S3 URI. */
  public static boolean isUri(String text) {
    return text.startsWith(SCHEME);
  }

  /** Reads {@code s3://bucket/key}; the key is taken as it is, nothing is decoded. */
  public static ObjectLocation parse(String uri) {
    int slash = uri.indexOf('/', SCHEME.length());
    if (!isUri(uri) || slash < 0) {
      throw new IllegalArgumentException(
          "location: expected s3://bucket/key, found \"" + uri + "\"");
    }
    return new ObjectLocation(uri.substring(SCHEME.length(), slash), uri.substring(slash + 1));
  }

  /** Returns {@code s3://bucket/key}. */
  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
