package dev.ingest.aws.redshift;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.aws.sql.SqlRow;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table that is loaded, as Redshift's catalogue has it.
 *
 * @param name with its schema
 * @param columns for each name, how the column is declared: the catalogue's own words, which are
 *     fit for SQL
 */
public record TargetTable(TableName name, Map<String, String> columns) {

  private static final String QUERY =
      "SELECT n.nspname AS schema_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, CASE WHEN a.attnotnull THEN 1 ELSE 0 END AS required FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid WHERE c.relname = ? AND %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

  /** Keeps its own copy. */
  public TargetTable {
    columns = Map.copyOf(columns);
  }

  /**
   * Looks it up.
   *
   * @throws LoadException if there is none of the name
   */
  public static TargetTable find(Sql sql, TableName table) {
    boolean named = table.schema() != null;
    String where = named ? "n.nspname = ?" : "pg_table_is_visible(c.oid)";
    List<SqlRow> rows =
        sql.rows(
            new BoundSql(
                QUERY.formatted(where),
                named ? Arrays.asList(table.table(), table.schema()) : List.of(table.table())));
    if (rows.isEmpty()) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected it in the database, found none; create it, and write its name in lower case, as Redshift keeps names"
              .formatted(table),
          null);
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (SqlRow row : rows) {
      String required = row.number("required") == 1 ? " NOT NULL" : "";
      columns.put(row.text("name"), row.text("type") + required);
    }
    return new TargetTable(new TableName(rows.get(0).text("schema_name"), table.table()), columns);
  }

  /**
   * Returns the columns in which texts are equal that differ in blanks at their end. Source: Amazon
   * Redshift Database Developer Guide, "Examples with character types".
   */
  Set<String> padded() {
    return columns.entrySet().stream()
        .filter(column -> column.getValue().startsWith("character varying"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the declarations of some columns, for a table that takes their rows.
   *
   * @throws LoadException if any are missing; the message names them all
   */
  String declarations(List<String> names) {
    List<String> missing = names.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected the columns of the file, found none named %s; add them, or write names in lower case, as Redshift keeps them"
              .formatted(name, String.join(", ", missing)),
          null);
    }
    List<String> declared = new ArrayList<>();
    names.forEach(name -> declared.add(TableName.quote(name) + " " + columns.get(name)));
    return String.join(", ", declared);
  }
}
