package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/**
 * What a load must not do to its table; one that would is rolled back.
 *
 * @param maxShrink the greatest share of the replaced rows that may have no successor: with 0.5, at
 *     least half as many rows must come as go; null for any
 * @param maxNullShare the greatest share of nulls that a column may have among the new rows; null
 *     for any
 * @param minRows the fewest rows that may come
 */
public record LoadGuards(@Nullable Double maxShrink, @Nullable Double maxNullShare, long minRows) {

  /** Refuses shares that are none. */
  public LoadGuards {
    checkShare("maxShrink", maxShrink);
    checkShare("maxNullShare", maxNullShare);
    if (minRows < 0) {
      throw new IllegalArgumentException("minRows: expected 0 or more, found " + minRows);
    }
  }

  /** No guards. */
  public static LoadGuards none() {
    return new LoadGuards(null, null, 0);
  }

  /** Returns these with another {@link #maxShrink()}. */
  public LoadGuards withMaxShrink(double share) {
    return new LoadGuards(share, maxNullShare, minRows);
  }

  /** Returns these with another {@link #maxNullShare()}. */
  public LoadGuards withMaxNullShare(double share) {
    return new LoadGuards(maxShrink, share, minRows);
  }

  /** Returns these with another {@link #minRows()}. */
  public LoadGuards withMinRows(long rows) {
    return new LoadGuards(maxShrink, maxNullShare, rows);
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
    for (LoadEffect.NullShare share : effect.nullShares()) {
      if (maxNullShare != null && share.after() > maxNullShare) {
        throw broken(
            table,
            "at most %s %% nulls in a column (maxNullShare)"
                .formatted(LoadEffect.percent(maxNullShare)),
            "%s %% in %s".formatted(LoadEffect.percent(share.after()), share.column()));
      }
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
