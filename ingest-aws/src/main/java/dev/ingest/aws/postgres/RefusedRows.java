package dev.ingest.aws.postgres;

import static dev.ingest.aws.postgres.StagedRows.STAGING;
import static dev.ingest.aws.postgres.StagedRows.columnList;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the rows of a file that a table refuses, by loading it once more, in a transaction that is
 * rolled back: first as text, which always fits and has the rows numbered, then as the table's
 * types, then into the table as the plan has it. The last two go by {@link RowHalving}. So whatever
 * refuses a row is found: types, lengths, constraints, keys of other tables, triggers.
 */
final class RefusedRows {

  private static final String TEXTS = "ingest_texts";

  /** Where the values of refused rows are tried one by one. */
  private static final String CELLS = "ingest_cells";

  /** Has a colon, as no column of a file may. */
  private static final String RECORD = "\"ingest:record\"";

  private static final String RANGE = " WHERE " + RECORD + " BETWEEN ? AND ?";

  private static final String DOUBLE_KEY = "21000";

  private final Connection connection;
  private final ObjectStore store;
  private final LoadRequest request;
  private final TimeLimit limit;
  private final int most;
  private final String target;
  private final List<String> names;
  private final ConstraintColumns constraints;
  private final List<RefusedRow> found = new ArrayList<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private long rows;

  /**
   * Prepares a search.
   *
   * @param most how many rows are looked for
   */
  RefusedRows(
      Connection connection, ObjectStore store, LoadRequest request, TimeLimit limit, int most) {
    this.connection = connection;
    this.store = store;
    this.request = request;
    this.limit = limit;
    this.most = most;
    this.target = request.plan().table().sql();
    this.names = request.schema().names();
    this.constraints = new ConstraintColumns(connection);
  }

  /** Returns what was found, in the order of the file. */
  List<RefusedRow> found() {
    return found.stream().sorted(Comparator.comparingLong(RefusedRow::record)).toList();
  }

  /** Looks for values that the columns' types do not take, and returns how many rows there are. */
  long convert() throws SQLException, IOException {
    rows = copyAsText();
    if (rows > 0) {
      readTypes();
      makeStaging();
      RowHalving halving = new RowHalving(connection, limit, most, this::convert);
      for (Map.Entry<Long, SQLException> row : halving.run(1, rows).entrySet()) {
        found.addAll(cells(row.getKey(), row.getValue()));
      }
    }
    return rows;
  }

  /**
   * Looks for rows that the table does not take as it would be by then, and returns how many were
   * found in all.
   */
  int put() throws SQLException {
    int left = most - found.size();
    if (rows == 0 || left <= 0) {
      return found.size();
    }
    execute("CREATE UNIQUE INDEX ON %s (%s)".formatted(STAGING, RECORD));
    execute("ANALYZE " + STAGING);
    if (request.plan() instanceof LoadPlan.Upsert upsert) {
      takeOutDoubleKeys(upsert.keyColumns(), left);
    }
    execute("SET CONSTRAINTS ALL IMMEDIATE"); // not at the commit, which does not come
    new Replacement(connection, request).delete();
    RowHalving halving = new RowHalving(connection, limit, left, this::put);
    halving.run(1, rows);
    for (Map.Entry<Long, SQLException> row : halving.again().entrySet()) {
      SQLException failure = row.getValue();
      found.add(SqlFailures.refused(row.getKey(), constraints.of(failure), failure));
    }
    return found.size();
  }

  /** Even as text a file may have a character that the database has not: then it ends there. */
  private long copyAsText() throws SQLException, IOException {
    String texts =
        names.stream()
            .map(TableName::quote)
            .map(n -> n + " text")
            .collect(Collectors.joining(", "));
    execute(
        "CREATE TEMPORARY TABLE %s (%s, %s bigint GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP"
            .formatted(TEXTS, texts, RECORD));
    Savepoint before = connection.setSavepoint();
    try {
      return new StagedRows(connection, request.plan().table()).copy(TEXTS, request, store);
    } catch (SQLException failure) {
      if (!SqlFailures.isOfRows(failure)) {
        throw failure;
      }
      connection.rollback(before);
      found.addAll(CopyLine.refused(failure, request, store));
      return 0;
    }
  }

  private void readTypes() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT attname, format_type(atttypid, -1) FROM pg_attribute"
                + " WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped")) {
      statement.setString(1, target);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          types.put(row.getString(1), row.getString(2));
        }
      }
    }
  }

  /** Of the table it has the types alone: all else the table itself is asked for. */
  private void makeStaging() throws SQLException {
    String columns = columnList(names);
    execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s, CAST(0 AS bigint) AS %s FROM %s WITH NO DATA"
            .formatted(STAGING, columns, RECORD, target));
    execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(CELLS, columns, target));
    execute("CREATE UNIQUE INDEX ON %s (%s)".formatted(TEXTS, RECORD));
    execute("ANALYZE " + TEXTS);
  }

  private void convert(long first, long last) throws SQLException {
    String values = names.stream().map(this::cast).collect(Collectors.joining(", "));
    update(
        "INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s"
                .formatted(STAGING, columnList(names), RECORD, values, RECORD, TEXTS)
            + RANGE,
        first,
        last);
  }

  /** To the type without its size, since a cast to a size cuts off, and an insert does not. */
  private String cast(String name) {
    return "CAST(%s AS %s)".formatted(TableName.quote(name), types.get(name));
  }

  /** Tries the columns of a row one by one, to find all that are refused. */
  private List<RefusedRow> cells(long record, SQLException failure) throws SQLException {
    List<RefusedRow> cells = new ArrayList<>();
    for (String name : names) {
      RowHalving one =
          new RowHalving(
              connection,
              limit,
              1,
              (first, last) ->
                  update(
                      "INSERT INTO %s (%s) SELECT %s FROM %s"
                              .formatted(CELLS, TableName.quote(name), cast(name), TEXTS)
                          + RANGE,
                      first,
                      last));
      for (SQLException refused : one.run(record, record).values()) {
        cells.add(SqlFailures.refused(record, List.of(name), refused));
      }
    }
    return cells.isEmpty() ? List.of(SqlFailures.refused(record, List.of(), failure)) : cells;
  }

  private void takeOutDoubleKeys(List<String> keys, int left) throws SQLException {
    String doubled =
        "SELECT %s FROM (SELECT %s, row_number() OVER (PARTITION BY %s ORDER BY %s) AS nth FROM %s) AS k WHERE nth > 1"
            .formatted(RECORD, RECORD, columnList(keys), RECORD, STAGING);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(doubled + " ORDER BY " + RECORD + " LIMIT " + left)) {
      while (row.next()) {
        found.add(
            new RefusedRow(
                row.getLong(1), keys, DOUBLE_KEY, "an earlier row of the file has the same key"));
      }
    }
    execute("DELETE FROM %s WHERE %s IN (%s)".formatted(STAGING, RECORD, doubled));
  }

  private void put(long first, long last) throws SQLException {
    PlannedChanges changes = new PlannedChanges(request.plan(), names);
    String source = "(SELECT * FROM " + STAGING + RANGE + ")";
    String update = changes.update(source).orElse("");
    if (!update.isEmpty()) {
      update(update, first, last);
    }
    update(changes.insert(source), first, last);
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeLargeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
