package dev.ingest.row;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that tell whether a row is turned away: those with a value that must be the anchor's,
 * and those that rules look at before. They are decoded first, and the others not at all where the
 * row goes. What becomes of the row is decided in its turn, from the same values. Thread-safe.
 */
final class FirstColumns {

  private final int[] first;
  private final int[] others;
  private final boolean[] decoded;
  private final int[] filtered;
  private final @Nullable Object[] anchors;

  private FirstColumns(
      PlainCells plain, boolean[] isFirst, int[] filtered, @Nullable Object[] anchors) {
    this.first = those(plain.columns(), isFirst, true);
    this.others = those(plain.columns(), isFirst, false);
    this.decoded = isFirst;
    this.filtered = filtered;
    this.anchors = anchors;
  }

  private static int[] those(int[] columns, boolean[] isFirst, boolean wanted) {
    int[] those = new int[columns.length];
    int size = 0;
    for (int column : columns) {
      if (isFirst[column] == wanted) {
        those[size++] = column;
      }
    }
    return Arrays.copyOf(those, size);
  }

  /**
   * Returns the columns, or null where no filter looks at one that {@link PlainCells} decodes.
   *
   * @param filtered the columns of filters
   * @param anchors their values in the row that the others are compared with
   * @param matches the rules that skip or stop
   */
  static @Nullable FirstColumns of(
      PlainCells plain, int[] filtered, @Nullable Object[] anchors, List<RowMatch> matches) {
    boolean[] isFirst = new boolean[plain.isDecoded().length];
    for (int column : filtered) {
      if (!plain.decodes(column)) {
        return null;
      }
      isFirst[column] = true;
    }
    for (RowMatch match : matches) {
      isFirst[match.column()] |= plain.decodes(match.column());
    }
    return filtered.length == 0 ? null : new FirstColumns(plain, isFirst, filtered, anchors);
  }

  /** Returns the columns that are decoded first. */
  int[] first() {
    return first;
  }

  /** Returns the columns that are decoded of rows that are not turned away by their anchor. */
  int[] others() {
    return others;
  }

  /** Returns of each column whether it is among the first. */
  boolean[] isDecoded() {
    return decoded;
  }

  /** Returns whether a row has another value than the anchor, by its first columns. */
  boolean turnAway(@Nullable Object[] values) {
    for (int i = 0; i < filtered.length; i++) {
      Object value = values[filtered[i]];
      if (value != null && !value.equals(anchors[i])) {
        return true;
      }
    }
    return false;
  }
}
