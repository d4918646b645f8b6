package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.ingest.load.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of one invocation, less what its answer takes: at its end Lambda stops the function
 * wherever it is, so that nothing may be begun that cannot end before.
 */
final class InvocationTime implements TimeLimit {

  /** For a rollback, the log and the answer. */
  private static final Duration KEPT_BACK = Duration.ofMillis(1500);

  /** A run with less would most likely be for nothing. */
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final Context context;

  InvocationTime(Context context) {
    this.context = context;
  }

  @Override
  public Duration remaining() {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(KEPT_BACK);
  }

  /** Returns when all must be done. */
  Instant end(Clock clock) {
    return clock.instant().plus(remaining());
  }

  boolean isOver() {
    return remaining().isNegative();
  }

  /** Fails where there is not enough time to begin with something. */
  void checkBeginning(String what) {
    if (remaining().compareTo(LEAST) < 0) {
      throw new OutOfTimeException(
          "%s: expected at least %s s to begin with it, found %s s of the function's time left; nothing was done; it is tried again, or needs a function with more time"
              .formatted(what, LEAST.toSeconds(), tenths(remaining())));
    }
  }

  /** Fails where the time is over. */
  void checkGoingOn(String what) {
    if (isOver()) {
      throw new OutOfTimeException(
          "%s: expected the run to end within the function's time, found %s s left; nothing was changed; it is tried again, or needs a function with more time or memory"
              .formatted(what, tenths(remaining().plus(KEPT_BACK))));
    }
  }

  private static String tenths(Duration time) {
    long tenths = Math.max(0, time.toMillis() / 100);
    return tenths / 10 + "." + tenths % 10;
  }
}
