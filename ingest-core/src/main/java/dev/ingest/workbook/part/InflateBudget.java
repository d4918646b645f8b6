package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;

/**
 * Counts the inflated bytes of one workbook against its limits, and looks at the time on the way.
 * Two threads may inflate parts of one workbook at once.
 */
final class InflateBudget {

  private final ReadLimits limits;
  private final Deadline deadline;
  private long spent;

  InflateBudget(ReadLimits limits) {
    this.limits = limits;
    this.deadline = new Deadline(limits);
  }

  /**
   * Counts bytes just inflated.
   *
   * @param partTotal all bytes of the part so far
   */
  synchronized void spend(String where, int bytes, long partTotal) {
    spent += bytes;
    if (partTotal > limits.partBytes()) {
      throw ReadLimits.exceeded(where, "partBytes", limits.partBytes());
    }
    if (spent > limits.inflatedBytes()) {
      throw ReadLimits.exceeded(where, "inflatedBytes", limits.inflatedBytes());
    }
    deadline.check(where);
  }
}
