package dev.ingest.load;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What is done between two tries of the same load. */
@FunctionalInterface
public interface Pauses {

  /**
   * Pauses before another try.
   *
   * @param attempt how many tries have failed
   * @param left how much time there is for the pause and the try
   * @return false, at once, where there shall be no other try
   */
  boolean pause(int attempt, Duration left) throws InterruptedException;

  /**
   * Six tries in all. Each pause is of random length, at most 100 ms at first and twice as much
   * each time, so that loads that met once do not meet again.
   */
  static Pauses growing() {
    return (attempt, left) -> {
      long most = 100L << attempt - 1;
      if (attempt >= 6 || left.toMillis() <= most) {
        return false;
      }
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
      return true;
    };
  }

  /** One try only. */
  static Pauses never() {
    return (attempt, left) -> false;
  }
}
