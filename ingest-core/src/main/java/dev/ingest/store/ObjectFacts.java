package dev.ingest.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of an object.
 *
 * @param size bytes
 * @param entityTag tells this object from those before and after it under the same key; without
 *     quotes, and of no form that may be relied on
 * @param version null where the store keeps none
 * @param lastModified when it appeared, by the store's clock
 * @param contentType the media type, or null where the store keeps none
 * @param metadata what was given with it, by names in lower case; empty where the store keeps none
 */
public record ObjectFacts(
    long size,
    String entityTag,
    @Nullable String version,
    Instant lastModified,
    @Nullable String contentType,
    Map<String, String> metadata) {

  /** Copies the metadata, and takes the quotes off an ETag that has some. */
  public ObjectFacts {
    entityTag = ObjectLocation.unquoted(entityTag);
    metadata = Map.copyOf(metadata);
  }

  /** Returns where to read this object and none that replaces it. */
  public ObjectLocation pin(ObjectLocation at) {
    return version == null
        ? at.withEntityTag(entityTag)
        : new ObjectLocation(at.bucket(), at.key(), version);
  }
}
