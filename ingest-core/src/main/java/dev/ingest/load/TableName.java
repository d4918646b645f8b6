package dev.ingest.load;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table, with its schema if one is given. Names are checked here and quoted wherever they enter
 * SQL.
 */
public record TableName(@Nullable String schema, String table) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$ -]{0,62}");

  /** Refuses names that are no plain identifiers. */
  public TableName {
    if (schema != null) {
      check("schema", schema);
    }
    check("table", table);
  }

  /** Reads {@code table} or {@code schema.table}. */
  public static TableName parse(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? new TableName(null, name)
        : new TableName(name.substring(0, dot), name.substring(dot + 1));
  }

  /** Returns the name quoted for SQL: {@code "public"."metrics"}. */
  public String sql() {
    return schema == null ? quote(table) : quote(schema) + "." + quote(table);
  }

  /** Returns a checked name in quotes: {@code "value"}. */
  public static String quote(String name) {
    check("name", name);
    return '"' + name + '"';
  }

  private static void check(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + ": expected a name of up to 63 letters, digits and _ $ -, found \"" + name + "\"");
    }
  }

  @Override
  public String toString() {
    return schema == null ? table : schema + "." + table;
  }
}
