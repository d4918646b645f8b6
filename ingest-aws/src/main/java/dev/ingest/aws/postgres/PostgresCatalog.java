package dev.ingest.aws.postgres;

import dev.ingest.aws.ddl.CatalogTypes;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.TableColumn;
import dev.ingest.load.TableColumn.Fill;
import dev.ingest.load.TableColumn.Size;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's catalogue says of a table. */
public final class PostgresCatalog {

  /** A domain is told as the type that it is made of, with its limits. */
  private static final String COLUMNS =
      """
      SELECT i.column_name, format_type(a.atttypid, a.atttypmod) AS written, i.data_type, i.is_nullable,
        i.column_default IS NOT NULL OR i.is_identity = 'YES' AS defaulted,
        i.is_generated = 'ALWAYS' OR i.identity_generation = 'ALWAYS' AS generated,
        i.character_maximum_length, i.numeric_precision, i.numeric_scale
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN information_schema.columns i
        ON i.table_schema = n.nspname AND i.table_name = c.relname AND i.column_name = a.attname
      WHERE c.oid = to_regclass(?)
      ORDER BY a.attnum""";

  private PostgresCatalog() {}

  /**
   * Describes a table. Columns that the user has no right to are not seen.
   *
   * @return empty where there is no such table
   */
  public static Optional<TableShape> shape(Connection connection, TableName table)
      throws SQLException {
    List<TableColumn> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table.sql());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(column(row));
        }
      }
    }
    return columns.isEmpty() ? Optional.empty() : Optional.of(new TableShape(table, columns));
  }

  private static TableColumn column(ResultSet row) throws SQLException {
    Fill fill =
        row.getBoolean("generated")
            ? Fill.ALWAYS
            : row.getBoolean("defaulted") ? Fill.DEFAULT : Fill.NONE;
    return new TableColumn(
        row.getString("column_name"),
        row.getString("written"),
        CatalogTypes.kind(row.getString("data_type")),
        row.getString("is_nullable").equals("YES"),
        fill,
        size(row));
  }

  private static @Nullable Size size(ResultSet row) throws SQLException {
    int length = row.getInt("character_maximum_length");
    if (length > 0) {
      return new Size.Length(length, LengthUnit.CHARACTERS);
    }
    int precision = row.getInt("numeric_precision");
    return precision > 0 && row.getString("data_type").equals("numeric")
        ? new Size.Digits(precision, row.getInt("numeric_scale"))
        : null;
  }
}
