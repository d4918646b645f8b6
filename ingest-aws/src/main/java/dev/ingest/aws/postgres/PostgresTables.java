package dev.ingest.aws.postgres;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of PostgreSQL, over a connection for each thing to do. */
public final class PostgresTables implements LiveTables {

  private final PostgresConnections connections;

  /** Makes and compares tables of one database. */
  public PostgresTables(PostgresConnections connections) {
    this.connections = connections;
  }

  @Override
  public TableDiff diff(TableDdl ddl, RowSchema<?> schema) {
    try (Connection connection = connections.open()) {
      return TableDiff.of(ddl, schema, PostgresCatalog.shape(connection, ddl.table()));
    } catch (SQLException failure) {
      throw SqlFailures.of("table " + ddl.table(), failure);
    }
  }

  @Override
  public void run(TableName table, List<String> statements) {
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException failure) {
      throw SqlFailures.of("table " + table, failure);
    }
  }

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
    return TableDdl.of(SqlDialect.POSTGRESQL, table, schema).createIfMissing();
  }
}
