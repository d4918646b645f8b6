package dev.ingest.aws.postgres;

import static dev.ingest.aws.postgres.TypedRows.RANGE;
import static dev.ingest.aws.postgres.TypedRows.RECORD;
import static dev.ingest.aws.sql.StagedLoad.STAGING;
import static dev.ingest.aws.sql.StagedLoad.columnList;

import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.StagedLoad;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TimeLimit;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a file that a table refuses, by loading it once more, in a transaction that is
 * rolled back: first as the table's types ({@link TypedRows}), then into the table by the load's
 * own statements, in halves of halves ({@link RowHalving}). So whatever refuses a row is found:
 * types, lengths, constraints, keys of other tables, triggers.
 */
final class RefusedRows {

  private static final String DOUBLE_KEY = "21000";

  private final Connection connection;
  private final LoadRequest request;
  private final TimeLimit limit;
  private final int most;
  private final TypedRows rows;
  private final StagedLoad load;
  private final ConstraintColumns constraints;
  private final List<RefusedRow> found = new ArrayList<>();

  /**
   * Prepares a search.
   *
   * @param most how many rows are looked for
   */
  RefusedRows(
      Connection connection, RowFilling filling, LoadRequest request, TimeLimit limit, int most) {
    this.connection = connection;
    this.request = request;
    this.limit = limit;
    this.most = most;
    this.rows = new TypedRows(connection, filling, request, limit);
    this.load = new StagedLoad(request);
    this.constraints = new ConstraintColumns(connection);
  }

  /** Returns what was found, in the order of the file. */
  List<RefusedRow> found() {
    return found.stream().sorted(Comparator.comparingLong(RefusedRow::record)).toList();
  }

  /** Looks for values that the columns' types do not take, and returns how many rows there are. */
  long convert() throws SQLException, IOException {
    rows.convert(most);
    found.addAll(rows.refused());
    return rows.count();
  }

  /**
   * Looks for rows that the table does not take as it would be by then, and returns how many were
   * found in all.
   */
  int put() throws SQLException {
    int left = most - found.size();
    if (rows.count() == 0 || left <= 0) {
      return found.size();
    }
    execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(STAGING, names(), request.plan().table().sql()));
    if (request.plan() instanceof LoadPlan.Upsert upsert) {
      takeOutDoubleKeys(upsert.keyColumns(), left);
    }
    execute("SET CONSTRAINTS ALL IMMEDIATE"); // not at the commit, which does not come
    delete();
    RowHalving halving = new RowHalving(connection, limit, left, this::put);
    halving.run(1, rows.count());
    for (Map.Entry<Long, SQLException> row : halving.again().entrySet()) {
      SQLException failure = row.getValue();
      found.add(SqlFailures.refused(row.getKey(), constraints.of(failure), failure));
    }
    return found.size();
  }

  private void takeOutDoubleKeys(List<String> keys, int left) throws SQLException {
    String doubled =
        "SELECT %s FROM (SELECT %s, row_number() OVER (PARTITION BY %s ORDER BY %s) AS nth FROM %s) AS k WHERE nth > 1"
            .formatted(RECORD, RECORD, columnList(keys), RECORD, TypedRows.TABLE);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(doubled + " ORDER BY " + RECORD + " LIMIT " + left)) {
      while (row.next()) {
        found.add(
            new RefusedRow(
                row.getLong(1), keys, DOUBLE_KEY, "an earlier row of the file has the same key"));
      }
    }
    execute("DELETE FROM %s WHERE %s IN (%s)".formatted(TypedRows.TABLE, RECORD, doubled));
  }

  private void delete() throws SQLException {
    if (request.plan() instanceof LoadPlan.ReplaceTable) {
      execute(load.emptying());
    } else if (request.plan() instanceof LoadPlan.ReplacePartition
        && !request.scope().keys().isEmpty()) {
      String table = "table " + request.plan().table();
      new ReplacedKeys(
              new JdbcSql(connection, failure -> SqlFailures.of(table, failure)),
              request.plan().table().sql())
          .delete(request.scope());
    }
  }

  /** By the statements of the load itself, for a part of its rows. */
  private void put(long first, long last) throws SQLException {
    execute("TRUNCATE " + STAGING);
    stage(first, last);
    if (!(request.plan() instanceof LoadPlan.Upsert)) {
      execute(load.insertion());
      return;
    }
    if (!load.others().isEmpty()) {
      execute(load.changing());
    }
    execute(load.adding());
  }

  private void stage(long first, long last) throws SQLException {
    String sql =
        "INSERT INTO %s (%s) SELECT %s FROM %s"
            .formatted(STAGING, names(), names(), TypedRows.TABLE);
    try (PreparedStatement statement = connection.prepareStatement(sql + RANGE)) {
      statement.setLong(1, first);
      statement.setLong(2, last);
      statement.executeLargeUpdate();
    }
  }

  private String names() {
    return columnList(request.schema().names());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
