package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * One load within an open transaction. SQL text holds configured identifiers, quoted, and nothing
 * else; values are bound.
 */
final class StagedLoad {

  private static final String STAGING = "ingest_staging";

  private static final int COPY_BUFFER = 64 << 10;

  private final Connection connection;
  private final ObjectStore store;
  private final LoadRequest request;
  private final String target;
  private final String columns;

  StagedLoad(Connection connection, ObjectStore store, LoadRequest request) {
    this.connection = connection;
    this.store = store;
    this.request = request;
    this.target = request.plan().table().sql();
    this.columns = columnList(request.schema().names());
  }

  LoadResult run() throws SQLException, IOException {
    execute(
        "CREATE TEMPORARY TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING GENERATED) ON COMMIT DROP"
            .formatted(STAGING, target));
    long staged = copy();
    expect("rows staged", request.rows(), staged);
    long deleted = request.plan() instanceof LoadPlan.ReplacePartition ? replaced() : 0;
    long inserted =
        execute(
            "INSERT INTO %s (%s) SELECT %s FROM %s".formatted(target, columns, columns, STAGING));
    expect("rows inserted", staged, inserted);
    return new LoadResult(staged, deleted, inserted);
  }

  private long copy() throws SQLException, IOException {
    if (!request.format().extension().equals("csv")) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected CSV, found %s; choose the CSV format"
              .formatted(request.plan().table(), request.format().extension()),
          null);
    }
    String sql =
        "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
            .formatted(STAGING, columns);
    try (InputStream data = store.read(request.data())) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, data, COPY_BUFFER);
    }
  }

  private long replaced() throws SQLException {
    awaitTurn();
    return new ReplacedKeys(connection, target).delete(request.scope());
  }

  /**
   * Lets one load at a time replace rows of the table, until its commit. Without it two loads of
   * the same keys would not see each other's inserts, and both would stay.
   */
  private void awaitTurn() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_advisory_xact_lock(hashtextextended('ingest ' || CAST(CAST(? AS regclass) AS oid), 0))")) {
      statement.setString(1, target);
      statement.execute();
    }
  }

  private long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  private void expect(String what, long expected, long found) {
    if (expected != found) {
      throw new LoadException(
          Reason.COUNT_MISMATCH,
          "table %s: expected %s %s, found %s; nothing was changed; look for triggers and rules on the table"
              .formatted(request.plan().table(), expected, what, found),
          null);
    }
  }

  private static String columnList(List<String> names) {
    return names.stream().map(TableName::quote).collect(Collectors.joining(", "));
  }
}
