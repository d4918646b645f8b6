package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableLoader;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Loads CSV into PostgreSQL in one transaction: a temporary staging table is filled by {@code COPY
 * … FROM STDIN}, the rows that are replaced are deleted, the staged ones inserted, and the counts
 * compared, before the commit. Loads that replace rows of one table take turns from the delete on.
 * Each load has a connection of its own. Thread-safe.
 */
public final class PostgresTableLoader implements TableLoader {

  private final PostgresConnections connections;
  private final ObjectStore store;

  /**
   * Makes a loader.
   *
   * @param store where the files are
   */
  public PostgresTableLoader(PostgresConnections connections, ObjectStore store) {
    this.connections = connections;
    this.store = store;
  }

  @Override
  public LoadResult load(LoadRequest request) {
    String table = "table " + request.plan().table();
    try (Connection connection = connections.open()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      try {
        LoadResult result = new StagedLoad(connection, store, request).run();
        connection.commit();
        return result;
      } catch (SQLException | IOException | RuntimeException failure) {
        rollBack(connection, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw SqlFailures.of(table, failure);
    } catch (IOException failure) {
      throw new LoadException(
          LoadException.Reason.UNREACHABLE,
          table + ": expected to read " + request.data() + ", found " + failure + "; try again",
          failure);
    }
  }

  private static void rollBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      failure.addSuppressed(broken); // the server rolls back when the connection is gone
    }
  }
}
