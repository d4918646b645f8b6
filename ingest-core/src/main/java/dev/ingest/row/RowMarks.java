package dev.ingest.row;

import dev.ingest.problem.NullReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the cells of one row, if it is accepted: why values are null, which dates
 * were bare serials, and which numbers are long. Most rows have nothing of it.
 */
final class RowMarks {

  private final @Nullable NullReason[] reasons;
  private final boolean[] serials;
  private final double[] longNumbers;
  private boolean any;

  RowMarks(int columns) {
    this.reasons = new @Nullable NullReason[columns];
    this.serials = new boolean[columns];
    this.longNumbers = new double[columns];
  }

  /** Starts a row, of which nothing is known. */
  void clear() {
    if (any) {
      Arrays.fill(reasons, null);
      Arrays.fill(serials, false);
      Arrays.fill(longNumbers, 0);
      any = false;
    }
  }

  void isNull(int column, NullReason reason) {
    any = true;
    reasons[column] = reason;
  }

  /** Takes the reasons of all columns at once, null for those that have values. */
  void areNull(@Nullable NullReason[] all) {
    any = true;
    System.arraycopy(all, 0, reasons, 0, reasons.length);
  }

  void isBareSerial(int column) {
    any = true;
    serials[column] = true;
  }

  void isLong(int column, double number) {
    any = true;
    longNumbers[column] = number;
  }

  /** Returns why a column is null, or null where it is not, or has a problem. */
  @Nullable NullReason reason(int column) {
    return reasons[column];
  }

  /** Counts the marks of a row that is accepted. */
  void count(RowCells cells, RowTallies tallies) {
    for (int i = 0; any && i < reasons.length; i++) {
      NullReason reason = reasons[i];
      if (reason != null) {
        tallies.nulls.count(i, reason);
      }
      if (serials[i]) {
        tallies.bareSerials++;
      }
      if (longNumbers[i] != 0) {
        tallies.longNumbers.add(i, cells.address(i), longNumbers[i]);
      }
    }
  }
}
