package dev.ingest.aws.postgres;

import static dev.ingest.aws.sql.StagedLoad.columnList;

import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file's rows as the types of their table, with their numbers, as far as they convert: the file
 * is copied as text, which always fits, and then converted by {@link RowHalving}.
 */
final class TypedRows {

  /** The table that has the rows. */
  static final String TABLE = "ingest_typed";

  /** Their numbers. Has a colon, as no column of a file may. */
  static final String RECORD = "\"ingest:record\"";

  /** The condition for a range of them. */
  static final String RANGE = " WHERE " + RECORD + " BETWEEN ? AND ?";

  private static final String TEXTS = "ingest_texts";

  /** Where the values of refused rows are tried one by one. */
  private static final String CELLS = "ingest_cells";

  private final Connection connection;
  private final RowFilling filling;
  private final LoadRequest request;
  private final TimeLimit limit;
  private final String target;
  private final List<String> names;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private long count;

  TypedRows(Connection connection, RowFilling filling, LoadRequest request, TimeLimit limit) {
    this.connection = connection;
    this.filling = filling;
    this.request = request;
    this.limit = limit;
    this.target = request.plan().table().sql();
    this.names = request.schema().names();
  }

  /** Returns the rows that do not convert, a line for each of their columns. */
  List<RefusedRow> refused() {
    return List.copyOf(refused);
  }

  /** Returns how many rows the file has; 0 where it cannot even be copied as text. */
  long count() {
    return count;
  }

  /** Converts the rows, until so many do not convert. */
  void convert(int most) throws SQLException, IOException {
    count = copyAsText();
    if (count == 0) {
      return;
    }
    readTypes();
    String columns = columnList(names);
    execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s, CAST(0 AS bigint) AS %s FROM %s WITH NO DATA"
            .formatted(TABLE, columns, RECORD, target));
    execute(
        "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(CELLS, columns, target));
    index(TEXTS);
    RowHalving halving = new RowHalving(connection, limit, most, this::convert);
    for (Map.Entry<Long, SQLException> row : halving.run(1, count).entrySet()) {
      refused.addAll(cells(row.getKey(), row.getValue()));
    }
    index(TABLE);
  }

  /** A file may have a character that the database has not: then it ends there. */
  private long copyAsText() throws SQLException, IOException {
    String texts =
        names.stream()
            .map(name -> TableName.quote(name) + " text")
            .collect(Collectors.joining(", "));
    execute(
        "CREATE TEMPORARY TABLE %s (%s, %s bigint GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP"
            .formatted(TEXTS, texts, RECORD));
    Savepoint before = connection.setSavepoint();
    try {
      return filling.fill(connection, request, TEXTS, columnList(names));
    } catch (SQLException failure) {
      if (!SqlFailures.isOfRows(failure)) {
        throw failure;
      }
      connection.rollback(before);
      refused.addAll(CopyLine.refused(failure, request, filling));
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

  private void convert(long first, long last) throws SQLException {
    String values = names.stream().map(this::cast).collect(Collectors.joining(", "));
    insert(
        "INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s"
            .formatted(TABLE, columnList(names), RECORD, values, RECORD, TEXTS),
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
      String insertion =
          "INSERT INTO %s (%s) SELECT %s FROM %s"
              .formatted(CELLS, TableName.quote(name), cast(name), TEXTS);
      RowHalving one =
          new RowHalving(connection, limit, 1, (first, last) -> insert(insertion, first, last));
      for (SQLException cell : one.run(record, record).values()) {
        cells.add(SqlFailures.refused(record, List.of(name), cell));
      }
    }
    return cells.isEmpty() ? List.of(SqlFailures.refused(record, List.of(), failure)) : cells;
  }

  private void insert(String sql, long first, long last) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql + RANGE)) {
      statement.setLong(1, first);
      statement.setLong(2, last);
      statement.executeLargeUpdate();
    }
  }

  private void index(String table) throws SQLException {
    execute("CREATE UNIQUE INDEX ON %s (%s)".formatted(table, RECORD));
    execute("ANALYZE " + table);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
