package dev.ingest.row;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Looks one outcome ahead, as an iterator must. */
final class OutcomeIterator<R> implements Iterator<RowOutcome<R>> {

  private final RowReader<R> rows;
  private @Nullable RowOutcome<R> ahead;
  private boolean ended;

  OutcomeIterator(RowReader<R> rows) {
    this.rows = rows;
    rows.decodeAhead();
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = rows.next();
      ended = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public RowOutcome<R> next() {
    RowOutcome<R> outcome = ahead;
    if (outcome == null && hasNext()) {
      outcome = ahead;
    }
    if (outcome == null) {
      throw new NoSuchElementException("the sheet has no further row");
    }
    ahead = null;
    return outcome;
  }
}
