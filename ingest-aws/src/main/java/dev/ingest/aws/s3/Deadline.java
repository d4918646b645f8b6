package dev.ingest.aws.s3;

import dev.ingest.load.TimeLimit;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.time.Duration;

/** How much time is left to ask S3. */
record Deadline(TimeLimit limit) {

  /** Far enough off that no wait is shorter for it. */
  static final Deadline NONE = new Deadline(TimeLimit.none());

  boolean isPast() {
    return isOver(limit.remaining());
  }

  private static boolean isOver(Duration left) {
    return left.isZero() || left.isNegative();
  }

  /**
   * Returns what is left of a wait.
   *
   * @throws StoreException if nothing is
   */
  Duration within(ObjectLocation at, Duration wait) {
    Duration left = limit.remaining();
    if (isOver(left)) {
      throw new StoreException(
          Reason.UNAVAILABLE,
          at,
          "expected time to ask S3, found none left; give the run more time",
          null);
    }
    return left.compareTo(wait) < 0 ? left : wait;
  }
}
