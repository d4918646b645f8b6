package dev.ingest.lambda.event;

import dev.ingest.store.ObjectLocation;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of an object, before it is known to make sense.
 *
 * @param of the record, for messages
 * @param bucket its bucket
 * @param key its key, decoded
 * @param version null where the event has none
 * @param entityTag null where the event has none
 * @param sequencer null where the event has none
 */
record ObjectFields(
    Part of,
    String bucket,
    String key,
    @Nullable String version,
    @Nullable String entityTag,
    @Nullable String sequencer) {

  /** A key that ends so is a folder that somebody made in the console: an object without bytes. */
  private static final String FOLDER = "/";

  /** Returns the arrival of the object, or of no upload where it can only be a folder. */
  Notice notice() throws MalformedException {
    ObjectLocation at = location();
    return key.endsWith(FOLDER)
        ? new Notice.NoUpload("a folder " + at)
        : new Notice.Arrival(at, ordering());
  }

  private ObjectLocation location() throws MalformedException {
    try {
      ObjectLocation at = new ObjectLocation(bucket, key, version);
      return version != null || entityTag == null ? at : at.withEntityTag(entityTag);
    } catch (IllegalArgumentException impossible) {
      String where = of.path().isEmpty() ? "event" : "event: " + of.path();
      throw new MalformedException(where + ": " + impossible.getMessage());
    }
  }

  /** Sequencers are compared as hexadecimal digits; another text orders nothing. */
  private @Nullable String ordering() {
    if (sequencer == null) {
      return null;
    }
    for (int i = 0; i < sequencer.length(); i++) {
      if (!HexFormat.isHexDigit(sequencer.charAt(i))) {
        return null;
      }
    }
    return sequencer;
  }
}
