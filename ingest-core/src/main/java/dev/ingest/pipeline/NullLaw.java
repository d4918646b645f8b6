package dev.ingest.pipeline;

import dev.ingest.problem.NullReason;
import dev.ingest.row.NullTally;
import java.util.List;

/** The law of nulls: those of a column that were written are those that have a reason. */
final class NullLaw {

  private NullLaw() {}

  /**
   * Fails where a null has no reason, or a reason no null: a defect of this library. The code of a
   * record may make null of a value, which is a reason, or a value of null, which is its affair.
   *
   * @param written the nulls of the output, by column
   * @param told those that have a reason
   * @param code whether rows have code of their own
   */
  static void check(List<String> columns, long[] written, NullTally told, boolean code) {
    for (int i = 0; i < written.length; i++) {
      long more = written[i] - told.total(i);
      if (code) {
        told.count(i, NullReason.byRow(), more);
      } else if (more != 0) {
        throw new IllegalStateException(
            "accounting: expected each null of \"%s\" to have one reason, found %s written and %s with a reason; please report this"
                .formatted(columns.get(i), written[i], told.total(i)));
      }
    }
  }
}
