package dev.ingest.row;

import java.util.function.IntPredicate;

/**
 * Rows that follow each other, for {@link RowFilter#rows(String, RowRange)}.
 *
 * @param first counted from 1
 * @param last itself included
 */
public record RowRange(int first, int last) implements IntPredicate {

  /** Refuses rows in no order. */
  public RowRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "rows: expected rows in their order, found from %s to %s".formatted(first, last));
    }
  }

  @Override
  public boolean test(int row) {
    return row >= first && row <= last;
  }
}
