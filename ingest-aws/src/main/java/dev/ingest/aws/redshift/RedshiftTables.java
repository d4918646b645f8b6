package dev.ingest.aws.redshift;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.SqlFailures;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables of Redshift, over a connection for each thing to do. */
public final class RedshiftTables implements LiveTables {

  private final PostgresConnections connections;

  /** Makes and compares tables of one database. */
  public RedshiftTables(PostgresConnections connections) {
    this.connections = connections;
  }

  @Override
  public TableDiff diff(TableDdl ddl, RowSchema<?> schema) {
    String where = "table " + ddl.table();
    try (Connection connection = connections.open()) {
      JdbcSql sql = new JdbcSql(connection, failure -> SqlFailures.of(where, failure));
      return TableDiff.of(ddl, schema, TargetTable.look(sql, ddl.table()).map(TargetTable::shape));
    } catch (SQLException failure) {
      throw SqlFailures.of(where, failure);
    }
  }

  @Override
  public void run(TableName table, List<String> statements) {
    String where = "table " + table;
    try (Connection connection = connections.open()) {
      connection.setAutoCommit(false);
      JdbcSql sql = new JdbcSql(connection, failure -> SqlFailures.of(where, failure));
      statements.forEach(sql::update);
      connection.commit();
    } catch (SQLException failure) {
      throw SqlFailures.of(where, failure);
    }
  }
}
