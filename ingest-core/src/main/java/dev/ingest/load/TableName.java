package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/**
 * A table, with its schema if one is given. Names are checked here and quoted wherever they enter
 * SQL.
 */
public record TableName(@Nullable String schema, String table) {

  private static final int LONGEST = 63;

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
    if (!isName(name)) {
      throw new IllegalArgumentException(
          what + ": expected a name of up to 63 letters, digits and _ $ -, found \"" + name + "\"");
    }
  }

  /** A letter or underscore, then letters, digits, underscores, dollars, spaces and dashes. */
  private static boolean isName(String name) {
    int length = 0;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int point = name.codePointAt(i);
      boolean starts = Character.isLetter(point) || point == '_';
      if (!starts && (i == 0 || !follows(point))) {
        return false;
      }
      length++;
    }
    return length > 0 && length <= LONGEST;
  }

  private static boolean follows(int point) {
    int type = Character.getType(point);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || point == '$'
        || point == ' '
        || point == '-';
  }

  @Override
  public String toString() {
    return schema == null ? table : schema + "." + table;
  }
}
