package dev.ingest.aws.redshift;

import dev.ingest.aws.postgres.ConnectedDatabase;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.store.ObjectStore;

/**
 * Loads files of the format {@link RedshiftCsv} into Redshift over its PostgreSQL protocol: {@code
 * COPY} with a manifest into a temporary table, then in one transaction the lock on the ledger,
 * delete and insert or {@code MERGE}, the counts and the ledger's line. Nothing is truncated, since
 * that would commit. Each load has a connection of its own. Thread-safe.
 */
public final class RedshiftTableLoader extends TransactionalLoader {

  /**
   * Makes a loader.
   *
   * @param store where the files are, in S3, and where manifests go
   * @param access how Redshift reads them
   */
  public RedshiftTableLoader(
      PostgresConnections connections, ObjectStore store, CopyAccess access) {
    super(
        new ConnectedDatabase(
            connections,
            (connection, table, limit) ->
                RedshiftSession.begin(connection, store, access, table, limit)));
  }
}
