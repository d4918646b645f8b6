package dev.ingest.lambda.event;

import dev.ingest.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/** What one record of an event says. */
public sealed interface Notice {

  /**
   * An object appeared.
   *
   * @param at by its version where the event has one, else by its ETag, else by its key alone
   * @param sequencer what orders the events about it, or null where the event has none that does
   */
  record Arrival(ObjectLocation at, @Nullable String sequencer) implements Notice {}

  /**
   * Something happened that is no upload.
   *
   * @param what such as {@code ObjectRemoved:Delete s3://inbox/a.xlsx}
   */
  record NoUpload(String what) implements Notice {}

  /**
   * It makes no sense.
   *
   * @param message which field, what was expected, what was found
   */
  record Malformed(String message) implements Notice {}
}
