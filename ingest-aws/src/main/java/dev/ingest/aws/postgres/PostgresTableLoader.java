package dev.ingest.aws.postgres;

import dev.ingest.load.TransactionalLoader;
import dev.ingest.store.ObjectStore;

/**
 * Loads CSV into PostgreSQL in one transaction: a temporary staging table is filled by {@code COPY
 * … FROM STDIN}, or on RDS and Aurora by the server itself ({@link #importing}), the rows that are
 * replaced are deleted, the staged ones inserted, the counts compared and the ledger's line
 * written, before the commit. Loads of one table take turns from the delete on. Each load has a
 * connection of its own. Thread-safe.
 */
public final class PostgresTableLoader extends TransactionalLoader {

  /**
   * Makes a loader.
   *
   * @param store where the files are
   */
  public PostgresTableLoader(PostgresConnections connections, ObjectStore store) {
    this(connections, new SentRows(store));
  }

  private PostgresTableLoader(PostgresConnections connections, RowFilling filling) {
    super(
        new ConnectedDatabase(
            connections,
            (connection, table, limit) ->
                PostgresSession.begin(connection, filling, table, limit)));
  }

  /**
   * Makes a loader for RDS or Aurora, where the server itself fetches the files from S3 by its
   * extension {@code aws_s3}. Files must not be compressed.
   *
   * @param region of the buckets, such as {@code eu-west-1}
   */
  public static PostgresTableLoader importing(PostgresConnections connections, String region) {
    return new PostgresTableLoader(connections, new ImportedRows(region));
  }
}
