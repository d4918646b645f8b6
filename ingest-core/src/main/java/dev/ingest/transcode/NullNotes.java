package dev.ingest.transcode;

import dev.ingest.problem.NullReason;
import dev.ingest.row.NullTally;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nulls of rows in their order, to be counted once the reader takes the rows. */
final class NullNotes {

  private int[] columns = new int[64];
  private @Nullable NullReason[] reasons = new @Nullable NullReason[64];
  private int size;

  /** Drops those that were added since there were so many. */
  void takeBack(int count) {
    size = count;
  }

  int size() {
    return size;
  }

  void add(int column, NullReason reason) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size * 2);
      reasons = Arrays.copyOf(reasons, size * 2);
    }
    columns[size] = column;
    reasons[size++] = reason;
  }

  /**
   * Counts those from an index to another.
   *
   * @param written how many there are in the output, by column
   */
  void count(int from, int to, NullTally tally, long[] written) {
    for (int i = from; i < to; i++) {
      written[columns[i]]++;
      NullReason reason = reasons[i];
      if (reason != null) {
        tally.count(columns[i], reason);
      }
    }
  }
}
