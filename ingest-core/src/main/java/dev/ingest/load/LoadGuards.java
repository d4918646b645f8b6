package dev.ingest.load;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load must not do to its table; one that would is rolled back.
 *
 * @param maxShrink the greatest share of the replaced rows that may have no successor: with 0.5, at
 *     least half as many rows must come as go; null for any
 * @param maxNullShare the greatest share of nulls that a column may have among the new rows; null
 *     for any
 * @param maxNullShares the same for columns of their own, by name
 * @param minRows the fewest rows that may come; 0 for any
 */
public record LoadGuards(
    @Nullable Double maxShrink,
    @Nullable Double maxNullShare,
    Map<String, Double> maxNullShares,
    long minRows) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Refuses shares that are none; keeps its own copy, in the order of names. */
  public LoadGuards {
    checkShare("maxShrink", maxShrink);
    checkShare("maxNullShare", maxNullShare);
    maxNullShares = Collections.unmodifiableMap(new TreeMap<>(maxNullShares));
    for (Map.Entry<String, Double> share : maxNullShares.entrySet()) { // each start comes by here
      checkShare("maxNullShare of " + share.getKey(), share.getValue());
    }
    if (minRows < 0) {
      throw new IllegalArgumentException("minRows: expected 0 or more, found " + minRows);
    }
  }

  /** No guards. */
  public static LoadGuards none() {
    return new LoadGuards(null, null, Map.of(), 0);
  }

  /** Returns these with another {@link #maxShrink()}. */
  public LoadGuards withMaxShrink(double share) {
    return new LoadGuards(share, maxNullShare, maxNullShares, minRows);
  }

  /**
   * Returns these with another {@link #maxNullShare()}, of the columns that have none of theirs.
   */
  public LoadGuards withMaxNullShare(double share) {
    return new LoadGuards(maxShrink, share, maxNullShares, minRows);
  }

  /** Returns these with a {@link #maxNullShare()} of one column. */
  public LoadGuards withMaxNullShare(String column, double share) {
    Map<String, Double> more = new TreeMap<>(maxNullShares);
    more.put(column, share);
    return new LoadGuards(maxShrink, maxNullShare, more, minRows);
  }

  /** Returns these with another {@link #minRows()}. */
  public LoadGuards withMinRows(long rows) {
    return new LoadGuards(maxShrink, maxNullShare, maxNullShares, rows);
  }

  /** Returns these and, of what they do not guard, the others. */
  public LoadGuards or(LoadGuards others) {
    boolean nulls = guardNulls();
    return new LoadGuards(
        maxShrink == null ? others.maxShrink : maxShrink,
        nulls ? maxNullShare : others.maxNullShare,
        nulls ? maxNullShares : others.maxNullShares,
        minRows == 0 ? others.minRows : minRows);
  }

  /** Returns whether the shares of nulls must be known. */
  boolean guardNulls() {
    return maxNullShare != null || !maxNullShares.isEmpty();
  }

  /**
   * Reads a share as people write it: {@code 20 %} or {@code 0.2}.
   *
   * @throws IllegalArgumentException if it is none from 0 to 1
   */
  public static double share(String text) {
    boolean percent = text.endsWith("%");
    try {
      BigDecimal number =
          new BigDecimal(percent ? text.substring(0, text.length() - 1).strip() : text);
      BigDecimal most = percent ? HUNDRED : BigDecimal.ONE;
      if (number.signum() >= 0 && number.compareTo(most) <= 0) {
        return (percent ? number.movePointLeft(2) : number).doubleValue();
      }
    } catch (NumberFormatException | ArithmeticException none) {
      // refused below
    }
    throw new IllegalArgumentException(
        "expected a share such as 20 % or 0.2, found \"" + text + "\"");
  }

  private static void checkShare(String name, @Nullable Double share) {
    if (share != null && !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + ": expected a share from 0 to 1, found " + share);
    }
  }

  /**
   * Checks what a load has done before it is committed.
   *
   * @throws LoadException if a guard does not hold
   */
  void check(TableName table, LoadEffect effect) {
    if (effect.inserted() < minRows) {
      throw broken(
          table, "at least %s rows (minRows)".formatted(minRows), effect.inserted() + " rows");
    }
    long gone = effect.deleted() - effect.inserted();
    if (maxShrink != null && gone > maxShrink * effect.deleted()) {
      throw broken(
          table,
          "at most %s %% fewer rows (maxShrink)".formatted(LoadEffect.percent(maxShrink)),
          "%s rows in the place of %s".formatted(effect.inserted(), effect.deleted()));
    }
    effect.nullShares().forEach(share -> check(table, share));
  }

  private void check(TableName table, LoadEffect.NullShare share) {
    Double own = maxNullShares.get(share.column());
    Double most = own == null ? maxNullShare : own;
    if (most != null && share.after() > most) {
      throw broken(
          table,
          "at most %s %% nulls in %s (maxNullShare)"
              .formatted(LoadEffect.percent(most), own == null ? "a column" : share.column()),
          "%s %% in %s".formatted(LoadEffect.percent(share.after()), share.column()));
    }
  }

  private static LoadException broken(TableName table, String expected, String found) {
    return new LoadException(
        LoadException.Reason.GUARDED,
        "table %s: expected %s, found %s; nothing was changed; check the file, or loosen the guard"
            .formatted(table, expected, found),
        null);
  }
}
