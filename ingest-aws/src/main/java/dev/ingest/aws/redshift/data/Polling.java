package dev.ingest.aws.redshift.data;

import dev.ingest.load.Pauses;
import java.util.concurrent.ThreadLocalRandom;

/** How often a statement that runs is asked about. */
final class Polling {

  private static final long FIRST = 50;
  private static final long LONGEST = 2_000;
  private static final int DOUBLINGS = 6;

  private Polling() {}

  /**
   * As long as there is time: each pause is of random length, at most 50 ms at first and twice as
   * much each time, up to two seconds.
   */
  static Pauses growing() {
    return (attempt, left) -> {
      long most = Math.min(LONGEST, FIRST << Math.min(DOUBLINGS, attempt - 1));
      if (left.toMillis() <= most) {
        return false;
      }
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
      return true;
    };
  }
}
