package dev.ingest.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many rows may be rejected before the file is refused. Both bounds hold at once. They are
 * looked at when all rows have been read: a file that is refused has all of its problems told.
 *
 * @param rows the most rows that may be rejected, from 0 on
 * @param share the greatest share of them among the rows that were wanted, which are those accepted
 *     and those rejected: from 0 to 1
 */
public record RejectBudget(long rows, double share) {

  private static final double WHOLE = 1;

  /** Refuses bounds that are none. */
  public RejectBudget {
    if (rows < 0) {
      throw new IllegalArgumentException("rejects: expected a number from 0 on, found " + rows);
    }
    if (!(share >= 0 && share <= WHOLE)) {
      throw new IllegalArgumentException("rejects: expected a share from 0 to 1, found " + share);
    }
  }

  /** Any reject refuses the file: the default for loads, which must not lose rows. */
  public static RejectBudget none() {
    return new RejectBudget(0, WHOLE);
  }

  /** No number of rejects refuses the file: the default for conversion. */
  public static RejectBudget unlimited() {
    return new RejectBudget(Long.MAX_VALUE, WHOLE);
  }

  /** Up to this many rows may be rejected. */
  public static RejectBudget of(long rows) {
    return new RejectBudget(rows, WHOLE);
  }

  /** Up to this share of the rows that were wanted may be rejected: 0.05 is one of twenty. */
  public static RejectBudget ofShare(double share) {
    return new RejectBudget(Long.MAX_VALUE, share);
  }

  /** Returns this budget with a bound on the share as well. */
  public RejectBudget withShare(double other) {
    return new RejectBudget(rows, other);
  }

  /**
   * Compares what a file has with this budget.
   *
   * @return what was expected and what was found; empty where all is within it
   */
  Optional<String> passedBy(long rejected, long accepted) {
    if (rejected > rows) {
      return Optional.of("expected at most %s rejected rows, found %s".formatted(rows, rejected));
    }
    long wanted = rejected + accepted;
    return share < WHOLE && isMore(rejected, share, wanted)
        ? Optional.of(
            "expected at most %s %% of the rows rejected, found %s of %s, which is %s %%"
                .formatted(percent(share), rejected, wanted, percent((double) rejected / wanted)))
        : Optional.empty();
  }

  /** Exactly: 0.29 of 100 rows are 29, which a floating product is not. */
  private static boolean isMore(long rejected, double share, long wanted) {
    BigDecimal most = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(wanted));
    return BigDecimal.valueOf(rejected).compareTo(most) > 0;
  }

  /** Two decimals at most. */
  private static String percent(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }
}
