package dev.ingest.row;

import dev.ingest.problem.Problem;
import java.util.List;

/**
 * What became of one physical row below the header. Each row has exactly one outcome.
 *
 * @param <R> the rows' type
 */
public sealed interface RowOutcome<R> {

  /** Returns the row's number in the sheet, counted from 1. */
  int row();

  /** The row is a value. */
  record Accepted<R>(int row, R value) implements RowOutcome<R> {}

  /**
   * The row has problems; all of its cells were looked at. A problem whose severity is {@link
   * dev.ingest.problem.Severity#FILE} refuses the whole file, and is told here so that the other
   * rows can be judged as well.
   */
  record Rejected<R>(int row, List<Problem> problems) implements RowOutcome<R> {}

  /** A filter turned the row away. */
  record Filtered<R>(int row, String filter) implements RowOutcome<R> {}

  /** A rule passed over the row: it is no data. */
  record Skipped<R>(int row, String rule) implements RowOutcome<R> {}

  /** All mapped cells are blank. */
  record Blank<R>(int row) implements RowOutcome<R> {}
}
