package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/**
 * Which version of which object the rows come from. Two loads with the same bucket, key and {@link
 * #identity()} are deliveries of one upload.
 *
 * @param bucket where the object is
 * @param key its key
 * @param version its version, or null where the store keeps none
 * @param sequencer what orders the events of one key, in hexadecimal digits, or null without an
 *     event: see {@link Sequencer}
 * @param size its bytes, or {@link #UNOPENED}
 * @param hash the SHA-256 of its bytes in hexadecimal digits, or null where nobody has read them
 */
public record LoadOrigin(
    String bucket,
    String key,
    @Nullable String version,
    @Nullable String sequencer,
    long size,
    @Nullable String hash) {

  /** The size of an object that nobody has opened. */
  public static final long UNOPENED = -1;

  /** Refuses an origin that nothing tells from other versions of the same object. */
  public LoadOrigin {
    if (version == null && sequencer == null && hash == null) {
      throw new IllegalArgumentException(
          "origin %s/%s: expected a version, a sequencer or a hash, found none"
              .formatted(bucket, key));
    }
    if (sequencer != null) {
      Sequencer.check(sequencer);
    }
  }

  /** Returns this origin with its size. */
  public LoadOrigin withSize(long bytes) {
    return new LoadOrigin(bucket, key, version, sequencer, bytes, hash);
  }

  /** Returns whether only the bytes tell versions of this object apart: they may come again. */
  public boolean isKnownByHash() {
    return version == null && sequencer == null;
  }

  /** Returns what tells this version of the object from others. */
  public String identity() {
    if (version != null) {
      return "version " + version;
    }
    return sequencer != null ? "sequencer " + sequencer : "sha256 " + hash;
  }

  /** Returns whether both are the same object, whichever version. */
  public boolean isSameObject(LoadOrigin other) {
    return bucket.equals(other.bucket) && key.equals(other.key);
  }

  /** Returns whether both are the same version of the same object. */
  public boolean isSameUpload(LoadOrigin other) {
    return isSameObject(other) && identity().equals(other.identity());
  }

  /** Returns whether this is an older version of the same object; false where nothing tells. */
  public boolean isOlderThan(LoadOrigin other) {
    return isSameObject(other)
        && sequencer != null
        && other.sequencer != null
        && Sequencer.compare(sequencer, other.sequencer) < 0;
  }
}
