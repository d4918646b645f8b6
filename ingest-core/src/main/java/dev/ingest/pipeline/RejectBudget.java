package dev.ingest.pipeline;

/**
 * How many rows may be rejected before the file is refused.
 *
 * @param rows the most that is allowed
 */
public record RejectBudget(long rows) {

  /** Any reject refuses the file: the default for loads, which must not lose rows. */
  public static RejectBudget none() {
    return new RejectBudget(0);
  }

  /** No number of rejects refuses the file: the default for conversion. */
  public static RejectBudget unlimited() {
    return new RejectBudget(Long.MAX_VALUE);
  }

  /** Up to this many rows may be rejected. */
  public static RejectBudget of(long rows) {
    return new RejectBudget(rows);
  }
}
