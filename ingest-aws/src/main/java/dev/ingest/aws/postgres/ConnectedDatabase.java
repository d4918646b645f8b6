package dev.ingest.aws.postgres;

import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database in which each load has a connection of its own.
 *
 * @param connections opened with as much time as the load has
 * @param sessions what a load is on a connection
 */
public record ConnectedDatabase(PostgresConnections connections, Sessions sessions)
    implements LoadDatabase {

  /** Begins loads on connections. */
  @FunctionalInterface
  public interface Sessions {

    /** Begins a load; its session closes the connection. */
    LoadSession begin(Connection connection, TableName table, TimeLimit limit) throws SQLException;
  }

  @Override
  public LoadSession open(TableName table, TimeLimit limit) {
    Connection connection = connections.open(limit.remaining());
    try {
      return sessions.begin(connection, table, limit);
    } catch (SQLException failure) {
      close(connection, failure);
      throw SqlFailures.of("table " + table, failure);
    } catch (LoadException failure) {
      close(connection, failure);
      throw failure;
    }
  }

  private static void close(Connection connection, Exception failure) {
    try {
      connection.close();
    } catch (SQLException broken) {
      failure.addSuppressed(broken);
    }
  }
}
