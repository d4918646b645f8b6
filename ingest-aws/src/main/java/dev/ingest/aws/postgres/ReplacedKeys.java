package dev.ingest.aws.postgres;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows that have one of the keys of a scope. Keys are bound as text, and read as the
 * type of their column, as {@code COPY} reads the file: what a column makes of a value, such as
 * another scale or an enum, it makes of the key.
 */
final class ReplacedKeys {

  /** PostgreSQL takes 65,535 bound values in a statement, old drivers half of that. */
  private static final int BOUND_VALUES = 30_000;

  private final Sql sql;
  private final String target;

  /**
   * Deletes from a table.
   *
   * @param target as SQL names it
   */
  ReplacedKeys(Sql sql, String target) {
    this.sql = sql;
    this.target = target;
  }

  /** Returns how many rows were deleted. */
  long delete(ReplaceScope scope) {
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
  private String typeOf(String column) {
    BoundSql query =
        new BoundSql(
            "SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = CAST(CAST(? AS regclass) AS oid) AND attname = ?",
            List.of(target, column));
    return sql.rows(query).get(0).text("type"); // the rows were staged, so the column is there
  }

  private long delete(List<String> columns, List<String> types, List<List<Object>> keys) {
    List<@Nullable Object> values = new ArrayList<>();
    keys.forEach(key -> key.forEach(value -> values.add(value.toString())));
    return sql.update(new BoundSql(deletion(columns, types, keys), values));
  }

  private String deletion(List<String> columns, List<String> types, List<List<Object>> keys) {
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
