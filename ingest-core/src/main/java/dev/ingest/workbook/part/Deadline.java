package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;
import java.time.Duration;

/** The end of the time that a workbook may be read; it begins when this is made. Thread-safe. */
public final class Deadline {

  private final Duration limit;
  private final long start = System.nanoTime();

  public Deadline(ReadLimits limits) {
    this.limit = limits.time();
  }

  /**
   * Looks at the time. It costs tens of nanoseconds: once for a chunk of bytes or some thousand
   * rows, not for each.
   *
   * @param where the file and part, for the message
   */
  public void check(String where) {
    long passed = System.nanoTime() - start;
    if (passed > limit.toNanos()) {
      throw ReadLimits.exceeded(where, limit, Duration.ofNanos(passed));
    }
  }
}
