package dev.ingest.aws.redshift;

import dev.ingest.aws.postgres.ConnectedDatabase;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.load.LoadDatabase;
import dev.ingest.store.ObjectStore;

/** Sessions of Redshift for tests that stand between them and the loader. */
public final class RedshiftSessions {

  private RedshiftSessions() {}

  /** Returns those of {@link RedshiftTableLoader}. */
  public static LoadDatabase of(
      PostgresConnections connections, ObjectStore store, CopyAccess access) {
    return new ConnectedDatabase(
        connections,
        (connection, table, limit) ->
            RedshiftSession.begin(connection, store, access, table, limit));
  }
}
