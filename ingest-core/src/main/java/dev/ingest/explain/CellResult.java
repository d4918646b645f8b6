package dev.ingest.explain;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell came to; of the three there is one at most, and none for a cell that is not decoded.
 *
 * @param value the value; its text, where it is masked
 * @param reason why there is no value
 * @param problem what is wrong
 */
public record CellResult(
    @Nullable Object value, Optional<NullReason> reason, Optional<Problem> problem) {

  /** Nothing, since no column reads the cell. */
  static final CellResult NONE = new CellResult(null, Optional.empty(), Optional.empty());

  /** Returns whether the cell is read by no column, or not in any row. */
  public boolean isNone() {
    return value == null && reason.isEmpty() && problem.isEmpty();
  }
}
