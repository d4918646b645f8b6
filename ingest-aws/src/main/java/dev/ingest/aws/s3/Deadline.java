package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When all must be done. */
record Deadline(Instant end, Clock clock) {

  /** Far enough off that no wait is shorter for it. */
  static final Deadline NONE = new Deadline(Instant.MAX, Clock.systemUTC());

  boolean isPast() {
    return !clock.instant().isBefore(end);
  }

  /**
   * Returns what is left of a wait.
   *
   * @throws StoreException if nothing is
   */
  Duration within(ObjectLocation at, Duration wait) {
    if (isPast()) {
      throw new StoreException(
          Reason.UNAVAILABLE,
          at,
          "expected to be done by %s, found no time left to ask S3; give the run more time"
              .formatted(end),
          null);
    }
    return end.minus(wait).isAfter(clock.instant()) ? wait : Duration.between(clock.instant(), end);
  }
}
