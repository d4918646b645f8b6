package dev.ingest.load;

/** The port to a database in which loads are transactions: see {@link TransactionalLoader}. */
public interface LoadDatabase {

  /**
   * Opens a connection and begins a transaction in which committed work of others is seen as soon
   * as it is committed.
   *
   * @param table the table that is loaded
   * @param limit how long anything that is done in the session may take
   * @throws LoadException if it cannot be reached
   */
  LoadSession open(TableName table, TimeLimit limit);
}
