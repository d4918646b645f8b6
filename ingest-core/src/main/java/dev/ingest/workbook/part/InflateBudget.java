package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;

/** Counts the inflated bytes of one workbook against its limits. */
final class InflateBudget {

  private final ReadLimits limits;
  private long spent;

  InflateBudget(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts bytes just inflated.
   *
   * @param partTotal all bytes of the part so far
   */
  void spend(String where, int bytes, long partTotal) {
    spent += bytes;
    if (partTotal > limits.partBytes()) {
      throw ReadLimits.exceeded(where, "partBytes", limits.partBytes());
    }
    if (spent > limits.inflatedBytes()) {
      throw ReadLimits.exceeded(where, "inflatedBytes", limits.inflatedBytes());
    }
  }
}
