package dev.ingest.lambda.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one invocation was given.
 *
 * @param door the way that it came
 * @param messages what is answered for, each on its own where the door can, in the order of the
 *     event
 * @param job the job that asks, or null for other doors than {@link Door#BATCH_OPERATIONS}
 */
public record Event(Door door, List<Message> messages, @Nullable BatchJob job) {

  /** Keeps its own copy. */
  public Event {
    messages = List.copyOf(messages);
  }

  /** An event of a door that answers for all of it at once. */
  static Event of(Door door, List<Notice> notices) {
    return new Event(door, List.of(new Message(null, notices)), null);
  }

  /**
   * A part of an event that stands or falls together.
   *
   * @param id what its sender knows it by, or null where it has no id
   * @param notices what it says, in its order; never empty
   */
  public record Message(@Nullable String id, List<Notice> notices) {

    /** Keeps its own copy. */
    public Message {
      notices = List.copyOf(notices);
    }
  }

  /**
   * What the answer to a job of S3 Batch Operations repeats.
   *
   * @param schemaVersion {@code 1.0} or {@code 2.0}, or whatever it was
   * @param invocationId as it was given; empty where it was not
   */
  public record BatchJob(String schemaVersion, String invocationId) {}
}
