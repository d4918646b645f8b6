package dev.ingest.aws.postgres;

import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.store.ObjectStore;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Loads CSV into PostgreSQL in one transaction: a temporary staging table is filled by {@code COPY
 * … FROM STDIN}, or on RDS and Aurora by the server itself ({@link #importing}), the rows that are replaced are deleted, the staged ones inserted, the counts
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
    this(connections, new SentRows(store));
  }

  private PostgresTableLoader(PostgresConnections connections, RowFilling filling) {
    this.loader = new TransactionalLoader(new Database(connections, filling));
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

  @Override
  public LoadResult load(LoadRequest request) {
    return loader.load(request);
  }

  private record Database(PostgresConnections connections, RowFilling filling)
      implements LoadDatabase {

    @Override
    public LoadSession open(TableName table, TimeLimit limit) {
      Connection connection = connections.open(limit.remaining());
      try {
        return PostgresSession.begin(connection, filling, table, limit);
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
