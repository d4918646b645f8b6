package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.row.RowSchema;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One load's transaction. All that is done in it happens at {@link #commit()} or not at all. Each
 * method throws a {@link LoadException} if it fails; then the session is of no use but to be
 * closed. Used by one thread.
 */
public interface LoadSession extends AutoCloseable {

  /** Returns what was loaded before. */
  LoadLedger ledger();

  /** Describes the table; empty where nobody can. */
  default Optional<TableShape> shape() {
    return Optional.empty();
  }

  /**
   * Begins to stage a file that is still written: its bytes go into the stream, and {@link #stage},
   * which is the next call then, ends it. The stream never throws.
   *
   * @return null where files are staged when they are whole
   */
  default @Nullable OutputStream feed(RowSchema<?> schema, RowFormat format) {
    return null;
  }

  /** Puts the file's rows into a staging table and returns how many there are. */
  long stage(LoadRequest request);

  /**
   * Waits until no other transaction of any loader is between this point and its end, for the same
   * table.
   */
  void awaitTurn();

  /**
   * Deletes what the plan replaces and puts in the staged rows.
   *
   * @param inDetail whether all of the effect is wanted or only the counts
   */
  LoadEffect apply(LoadRequest request, boolean inDetail);

  /**
   * Finds the rows of a file that the table refuses, when another session has failed to load it.
   * What is done to find them is never committed: the session is of no use afterwards but to be
   * closed.
   *
   * @param most how many rows are looked for
   * @return in the order of the file; empty where nothing tells
   */
  default List<RefusedRow> refused(LoadRequest request, int most) {
    return List.of();
  }

  /**
   * Writes a line into the ledger; {@link LedgerEntry#loadedAt()} is replaced by the database's
   * clock.
   */
  void record(LedgerEntry entry);

  /**
   * Commits.
   *
   * @throws LoadException with {@link LoadException.Reason#OUTCOME_UNKNOWN} where it is not known
   *     whether the transaction was committed
   */
  void commit();

  /** Rolls back what is not committed. Never throws. */
  @Override
  void close();
}
