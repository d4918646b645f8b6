package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to write values as text, asked of the texts of one column. */
interface WrittenForm {

  /** Returns what a text cell means, or null where it is not written so. */
  @Nullable Object read(Cell cell);

  /** Returns the rule that a column needs to read such text, if it needs one. */
  Optional<ProposedRule> rule(String evidence);
}
