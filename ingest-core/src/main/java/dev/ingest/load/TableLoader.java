package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.row.RowSchema;
import java.util.List;
import java.util.Optional;

/** Loads files into tables. Thread-safe. */
public interface TableLoader {

  /**
   * Loads a file in one transaction: when this returns all of it is committed, when it throws the
   * table is as it was.
   *
   * @throws LoadException if it fails
   */
  LoadResult load(LoadRequest request);

  /**
   * Says whether a load is known to be unnecessary, before its file is read: what {@link #load}
   * would answer without touching anything. It spares work and guarantees nothing; the load asks
   * again when nobody can come between.
   *
   * @param plan the load's plan
   * @param options the load's options
   * @return empty where the load has to be tried, also because nobody could be asked: whatever is
   *     in the way the load meets as well, and deals with it
   */
  default Optional<LoadResult> known(LoadPlan plan, Delivery delivery, LoadOptions options) {
    return Optional.empty();
  }

  /**
   * Begins a load whose file is about to be written: the schema is compared with the table, so that
   * what no row could pass is known at once, and the table may take the rows while they are
   * written. What may pass by another try is left to the load's end, as is all of it where the
   * database is not asked.
   *
   * @return the caller closes it
   * @throws LoadException naming all columns that do not fit
   */
  default BegunLoad begin(
      LoadPlan plan, RowSchema<?> schema, RowFormat format, LoadOptions options) {
    return new LateLoad(this, List.of());
  }
}
