package dev.ingest.aws.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.ServerErrorMessage;

/** Knows which columns a failure is about: the server names one of them, or a constraint. */
final class ConstraintColumns {

  /** A unique index need not be a constraint; of expressions no column is known. */
  private static final String OF_CONSTRAINT =
      """
      SELECT a.attname
      FROM pg_class t
      JOIN pg_namespace n ON n.oid = t.relnamespace
      CROSS JOIN LATERAL (
        SELECT k.number, k.position FROM pg_constraint c, unnest(c.conkey) WITH ORDINALITY AS k (number, position)
        WHERE c.conrelid = t.oid AND c.conname = ?
        UNION
        SELECT k.number, k.position FROM pg_index i, unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k (number, position)
        WHERE i.indrelid = t.oid AND i.indexrelid IN (SELECT oid FROM pg_class WHERE relname = ?) AND k.position <= i.indnkeyatts
      ) AS k
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
      WHERE n.nspname = ? AND t.relname = ?
      ORDER BY k.position""";

  private final Connection connection;

  ConstraintColumns(Connection connection) {
    this.connection = connection;
  }

  /** Returns the columns, in the constraint's order; empty where nothing tells. */
  List<String> of(SQLException failure) throws SQLException {
    List<String> named = SqlFailures.columns(failure);
    ServerErrorMessage server = SqlFailures.server(failure);
    return !named.isEmpty() || server == null || server.getConstraint() == null
        ? named
        : ofConstraint(server);
  }

  private List<String> ofConstraint(ServerErrorMessage server) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OF_CONSTRAINT)) {
      statement.setString(1, server.getConstraint());
      statement.setString(2, server.getConstraint());
      statement.setString(3, server.getSchema());
      statement.setString(4, server.getTable());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }
}
