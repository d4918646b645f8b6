package dev.ingest.aws.postgres;

import dev.ingest.load.LoadDatabase;
import dev.ingest.store.ObjectStore;

/** Sessions of PostgreSQL for tests that stand between them and the loader. */
public final class PostgresSessions {

  private PostgresSessions() {}

  /** Returns those of {@link PostgresTableLoader#PostgresTableLoader}. */
  public static LoadDatabase sending(PostgresConnections connections, ObjectStore store) {
    return new ConnectedDatabase(
        connections,
        (connection, table, limit) ->
            PostgresSession.begin(connection, new SentRows(store), table, limit));
  }

  /** Returns those of {@link PostgresTableLoader#importing}. */
  public static LoadDatabase importing(PostgresConnections connections, String region) {
    return new ConnectedDatabase(
        connections,
        (connection, table, limit) ->
            PostgresSession.begin(connection, new ImportedRows(region), table, limit));
  }
}
