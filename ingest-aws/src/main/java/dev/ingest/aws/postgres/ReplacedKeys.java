package dev.ingest.aws.postgres;

import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Deletes the rows that have one of the keys of a scope. Keys are bound as text, and read as the
 * type of their column, as {@code COPY} reads the file: what a column makes of a value, such as
 * another scale or an enum, it makes of the key.
 */
final class ReplacedKeys {

  /** PostgreSQL takes 65,535 bound values in a statement, old drivers half of that. */
  private static final int BOUND_VALUES = 30_000;

  private final Connection connection;
  private final String target;

  /**
   * Deletes from a table.
   *
   * @param target as SQL names it
   */
  ReplacedKeys(Connection connection, String target) {
    this.connection = connection;
    this.target = target;
  }

  /** Returns how many rows were deleted. */
  long delete(ReplaceScope scope) throws SQLException {
    List<String> types = new ArrayList<>();
    for (String column : scope.columns()) {
      types.add(typeOf(column));
    }
    int perStatement = BOUND_VALUES / types.size();
    long deleted = 0;
    for (int from = 0; from < scope.keys().size(); from += perStatement) {
      int to = Math.min(scope.keys().size(), from + perStatement);
      deleted += delete(scope.columns(), types, scope.keys().subList(from, to));
    }
    return deleted;
  }

  /** The catalogue's own name of the type, which is fit for SQL, with its precision. */
  private String typeOf(String column) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = CAST(CAST(? AS regclass) AS oid) AND attname = ?")) {
      statement.setString(1, target);
      statement.setString(2, column);
      try (ResultSet type = statement.executeQuery()) {
        type.next(); // the rows were staged by now, so the column is there
        return type.getString(1);
      }
    }
  }

  private long delete(List<String> columns, List<String> types, List<List<Object>> keys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(columns, types, keys))) {
      int parameter = 1;
      for (List<Object> key : keys) {
        for (Object value : key) {
          statement.setString(parameter++, value.toString());
        }
      }
      return statement.executeLargeUpdate();
    }
  }

  private String sql(List<String> columns, List<String> types, List<List<Object>> keys) {
    String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    return "DELETE FROM %s AS t USING (SELECT %s FROM (VALUES %s) AS v (%s)) AS k WHERE %s"
        .formatted(
            target,
            each(columns, i -> "CAST(v.k" + i + " AS " + types.get(i) + ") AS k" + i, ", "),
            String.join(", ", Collections.nCopies(keys.size(), row)),
            each(columns, i -> "k" + i, ", "),
            each(columns, i -> "t." + TableName.quote(columns.get(i)) + " = k.k" + i, " AND "));
  }

  private static String each(List<String> columns, IntFunction<String> text, String between) {
    return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(between));
  }
}
