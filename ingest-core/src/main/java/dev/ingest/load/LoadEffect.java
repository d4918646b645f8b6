package dev.ingest.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a load does to its table, as far as it is known before the commit.
 *
 * @param deleted rows that go; of an upsert, those that are updated
 * @param inserted rows that come
 * @param gone values that have rows in the replaced partitions' neighbourhood and are no longer in
 *     the file
 * @param nullShares of each column that may be null, the share of nulls before and after
 */
public record LoadEffect(
    long deleted, long inserted, List<GoneValues> gone, List<NullShare> nullShares) {

  /** Keeps its own copies. */
  public LoadEffect {
    gone = List.copyOf(gone);
    nullShares = List.copyOf(nullShares);
  }

  /** An effect of which only the counts are known. */
  public static LoadEffect of(long deleted, long inserted) {
    return new LoadEffect(deleted, inserted, List.of(), List.of());
  }

  /**
   * The values of a partition's column that stand in the table beside the same values in its other
   * columns, and not in the file: their rows stay as they are.
   *
   * @param column the column
   * @param values the first of them, in order, as text
   * @param count how many there are
   */
  public record GoneValues(String column, List<String> values, long count) {

    /** Keeps its own copy. */
    public GoneValues {
      values = List.copyOf(values);
    }
  }

  /**
   * How many of a column's values are null.
   *
   * @param before their share among the rows that go, from 0 to 1; 0 where none goes
   * @param after their share among the rows that come
   */
  public record NullShare(String column, double before, double after) {}

  /** Returns a share in percent, with a decimal at most. */
  static String percent(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return percent.signum() == 0 ? "0" : percent.toPlainString();
  }

  /**
   * Says it in words, a line for each thing: {@code deletes 412, inserts 398}, {@code location no
   * longer in the file: FR, IT}, {@code nulls in value 3 % → 61 %}. Shares that stay are left out.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("deletes %s, inserts %s".formatted(deleted, inserted));
    for (GoneValues values : gone) {
      String more =
          values.count() > values.values().size()
              ? " and %s more".formatted(values.count() - values.values().size())
              : "";
      lines.add(
          "%s no longer in the file: %s%s"
              .formatted(values.column(), String.join(", ", values.values()), more));
    }
    for (NullShare share : nullShares) {
      String before = percent(share.before());
      String after = percent(share.after());
      if (deleted > 0 && !before.equals(after)) {
        lines.add("nulls in %s %s %% → %s %%".formatted(share.column(), before, after));
      }
    }
    return List.copyOf(lines);
  }
}
