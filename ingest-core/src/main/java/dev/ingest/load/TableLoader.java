package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.row.RowSchema;
import java.util.List;

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
   * Compares a schema with the table before anything is written, so that what no row could pass is
   * known at once. What may pass by another try is left to the load, as is all of it where the
   * database is not asked.
   *
   * @param limit how long it may take
   * @return what may refuse a row or change a value, for people; empty if nothing may
   * @throws LoadException naming all columns that do not fit
   */
  default List<String> check(LoadPlan plan, RowSchema<?> schema, TimeLimit limit) {
    return List.of();
  }

  /**
   * Begins a load whose file is about to be written: the table is compared with the schema, as by
   * {@link #check}, and may take the rows while they are written.
   *
   * @return the caller closes it
   * @throws LoadException naming all columns that do not fit
   */
  default BegunLoad begin(
      LoadPlan plan, RowSchema<?> schema, RowFormat format, LoadOptions options) {
    return new LateLoad(this, check(plan, schema, options.limit()));
  }
}
