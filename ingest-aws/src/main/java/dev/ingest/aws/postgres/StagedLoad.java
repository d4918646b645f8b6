package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * One load within an open transaction. SQL text holds configured identifiers, quoted, and nothing
 * else; values are bound.
 */
final class StagedLoad {

  private static final String STAGING = "ingest_staging";

  /** PostgreSQL takes 65,535 bound values in a statement, old drivers half of that. */
  private static final int BOUND_VALUES = 30_000;

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
    return delete();
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

  private long delete() throws SQLException {
    ReplaceScope scope = request.scope();
    int perStatement = BOUND_VALUES / scope.columns().size();
    long deleted = 0;
    for (int from = 0; from < scope.keys().size(); from += perStatement) {
      int to = Math.min(scope.keys().size(), from + perStatement);
      deleted += delete(scope.columns(), scope.keys().subList(from, to));
    }
    return deleted;
  }

  private long delete(List<String> keyColumns, List<List<Object>> keys) throws SQLException {
    String row = "(" + String.join(", ", Collections.nCopies(keyColumns.size(), "?")) + ")";
    String sql =
        "DELETE FROM %s AS t USING (VALUES %s) AS k (%s) WHERE %s"
            .formatted(
                target,
                String.join(", ", Collections.nCopies(keys.size(), row)),
                columnList(keyColumns),
                keyColumns.stream()
                    .map(TableName::quote)
                    .map(column -> "t." + column + " = k." + column)
                    .collect(Collectors.joining(" AND ")));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (List<Object> key : keys) {
        for (Object value : key) {
          statement.setObject(parameter++, value);
        }
      }
      return statement.executeLargeUpdate();
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
