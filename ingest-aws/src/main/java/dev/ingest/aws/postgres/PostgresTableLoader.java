package dev.ingest.aws.postgres;

import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Loads CSV into PostgreSQL in one transaction: a temporary staging table is filled by {@code COPY
 * … FROM STDIN}, the rows that are replaced are deleted, the staged ones inserted, the counts
 * compared and the ledger's line written, before the commit. Loads of one table take turns from the
 * delete on. Each load has a connection of its own. Thread-safe.
 */
public final class PostgresTableLoader implements TableLoader {

  private final TransactionalLoader loader;

  /**
   * Makes a loader.
   *
   * @param store where the files are
   */
  public PostgresTableLoader(PostgresConnections connections, ObjectStore store) {
    this.loader = new TransactionalLoader(new Database(connections, store));
  }

  @Override
  public LoadResult load(LoadRequest request) {
    return loader.load(request);
  }

  @Override
  public List<String> check(LoadPlan plan, RowSchema<?> schema, TimeLimit limit) {
    return loader.check(plan, schema, limit);
  }

  private record Database(PostgresConnections connections, ObjectStore store)
      implements LoadDatabase {

    @Override
    public LoadSession open(TableName table, TimeLimit limit) {
      Connection connection = connections.open(limit.remaining());
      try {
        return PostgresSession.begin(connection, store, table, limit);
      } catch (SQLException failure) {
        close(connection, failure);
        throw SqlFailures.of("table " + table, failure);
      }
    }

    private static void close(Connection connection, SQLException failure) {
      try {
        connection.close();
      } catch (SQLException broken) {
        failure.addSuppressed(broken);
      }
    }
  }
}
