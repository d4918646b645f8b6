package dev.ingest.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a load may take. Nothing is begun that cannot end in time. */
@FunctionalInterface
public interface TimeLimit {

  /** Returns what is left; zero or less when the time is over. */
  Duration remaining();

  /** No limit but a day. */
  static TimeLimit none() {
    return new Fixed(Duration.ofDays(1)); // no lambda, which would be linked at a cold start
  }

  /** Always the same time. */
  record Fixed(Duration remaining) implements TimeLimit {}

  /** A limit at a point in time. */
  static TimeLimit at(Instant end, Clock clock) {
    return () -> Duration.between(clock.instant(), end);
  }
}
