package dev.ingest.aws.redshift;

import dev.ingest.aws.ddl.CatalogTypes;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.aws.sql.SqlRow;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.TableColumn;
import dev.ingest.load.TableColumn.Fill;
import dev.ingest.load.TableColumn.Kind;
import dev.ingest.load.TableColumn.Size;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that is loaded, as Redshift's catalogue has it: the types are its own words, which are
 * fit for SQL.
 */
public record TargetTable(TableShape shape) {

  private static final String QUERY =
      "SELECT n.nspname AS schema_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, CASE WHEN a.attnotnull THEN 1 ELSE 0 END AS required, CASE WHEN a.atthasdef THEN 1 ELSE 0 END AS defaulted FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid WHERE c.relname = ? AND %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

  private static final String VARYING = "character varying";

  private static final Pattern TYPE =
      Pattern.compile("([a-z ]+)(?:\\((\\d{1,5})(?:,(\\d{1,2}))?\\))?");

  /**
   * Looks it up.
   *
   * @throws LoadException if there is none of the name
   */
  public static TargetTable find(Sql sql, TableName table) {
    return look(sql, table).orElseThrow(() -> missing(table));
  }

  private static LoadException missing(TableName table) {
    return new LoadException(
        Reason.MISCONFIGURED,
        "table %s: expected it in the database, found none; create it, and write its name in lower case, as Redshift keeps names"
            .formatted(table),
        null);
  }

  /** Looks it up; there may be none of the name. */
  public static Optional<TargetTable> look(Sql sql, TableName table) {
    boolean named = table.schema() != null;
    String where = named ? "n.nspname = ?" : "pg_table_is_visible(c.oid)";
    List<SqlRow> rows =
        sql.rows(
            new BoundSql(
                QUERY.formatted(where),
                named ? Arrays.asList(table.table(), table.schema()) : List.of(table.table())));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    TableName found = new TableName(rows.get(0).text("schema_name"), table.table());
    return Optional.of(
        new TargetTable(new TableShape(found, rows.stream().map(TargetTable::column).toList())));
  }

  private static TableColumn column(SqlRow row) {
    return column(
        row.text("name"),
        row.text("type"),
        row.number("required") == 0,
        row.number("defaulted") == 1 ? Fill.DEFAULT : Fill.NONE);
  }

  static TableColumn column(String name, String type, boolean nullable, Fill fill) {
    Matcher parts = TYPE.matcher(type);
    boolean plain = parts.matches();
    Kind kind = plain ? CatalogTypes.kind(parts.group(1)) : Kind.OTHER;
    return new TableColumn(name, type, kind, nullable, fill, plain ? size(kind, parts) : null);
  }

  /** Lengths are in bytes. */
  private static @Nullable Size size(Kind kind, Matcher parts) {
    if (parts.group(2) == null) {
      return null;
    }
    int first = Integer.parseInt(parts.group(2));
    if (kind == Kind.TEXT) {
      return new Size.Length(first, LengthUnit.UTF8_BYTES);
    }
    String scale = parts.group(3);
    return kind == Kind.DECIMAL
        ? new Size.Digits(first, scale == null ? 0 : Integer.parseInt(scale))
        : null;
  }

  /** Returns its name, with its schema. */
  public TableName name() {
    return shape.table();
  }

  /**
   * Returns the columns in which texts are equal that differ in blanks at their end. Source: Amazon
   * Redshift Database Developer Guide, "Examples with character types".
   */
  Set<String> padded() {
    return shape.columns().stream()
        .filter(column -> column.type().startsWith(VARYING))
        .map(TableColumn::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the declarations of some columns, for a table that takes their rows.
   *
   * @throws LoadException if any are missing; the message names them all
   */
  String declarations(List<String> names) {
    List<String> missing = names.stream().filter(name -> shape.column(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected the columns of the file, found none named %s; add them, or write names in lower case, as Redshift keeps them"
              .formatted(name(), String.join(", ", missing)),
          null);
    }
    List<String> declared = new ArrayList<>();
    for (String name : names) {
      TableColumn column = shape.column(name).orElseThrow();
      declared.add(
          TableName.quote(name) + " " + column.type() + (column.nullable() ? "" : " NOT NULL"));
    }
    return String.join(", ", declared);
  }
}
