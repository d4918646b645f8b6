package dev.ingest.aws.postgres;

import dev.ingest.load.TableName;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables made from schemas. */
public final class PostgresTables {

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(Double.class, "double precision"),
          Map.entry(Float.class, "real"),
          Map.entry(Long.class, "bigint"),
          Map.entry(Integer.class, "integer"),
          Map.entry(Short.class, "smallint"),
          Map.entry(Byte.class, "smallint"),
          Map.entry(BigInteger.class, "numeric"),
          Map.entry(BigDecimal.class, "numeric"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(LocalDateTime.class, "timestamp"),
          Map.entry(LocalTime.class, "time"),
          Map.entry(Instant.class, "timestamptz"),
          Map.entry(Duration.class, "interval"));

  private PostgresTables() {}

  /** Makes the table if there is none of its name; a table that is there is left as it is. */
  public static void createIfMissing(Connection connection, TableName table, RowSchema<?> schema) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(createIfMissing(table, schema));
    } catch (SQLException failure) {
      throw SqlFailures.of("table " + table, failure);
    }
  }

  /** Returns the statement that makes a table for the rows of a schema. */
  static String createIfMissing(TableName table, RowSchema<?> schema) {
    return schema.columns().stream()
        .map(PostgresTables::column)
        .collect(
            Collectors.joining(",\n", "CREATE TABLE IF NOT EXISTS " + table.sql() + " (\n", "\n)"));
  }

  private static String column(ColumnSchema<?> column) {
    String size =
        column
            .rules()
            .decimalSize()
            .map(digits -> "(" + digits.precision() + ", " + digits.scale() + ")")
            .orElse("");
    String type = TYPES.getOrDefault(column.type(), "text") + size;
    String name = TableName.quote(column.name());
    return "  " + name + " " + type + (column.nullable() ? "" : " NOT NULL");
  }
}
