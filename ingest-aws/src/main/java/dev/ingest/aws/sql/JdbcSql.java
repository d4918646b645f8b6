package dev.ingest.aws.sql;

import dev.ingest.load.LoadException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements over a connection, which stays the caller's. */
public final class JdbcSql implements Sql {

  private final Connection connection;
  private final Function<SQLException, LoadException> failures;

  /**
   * Makes one.
   *
   * @param failures what becomes of that which the driver throws
   */
  public JdbcSql(Connection connection, Function<SQLException, LoadException> failures) {
    this.connection = connection;
    this.failures = failures;
  }

  @Override
  public List<SqlRow> rows(BoundSql query) {
    try (PreparedStatement statement = bound(query);
        ResultSet answer = statement.executeQuery()) {
      List<SqlRow> rows = new ArrayList<>();
      while (answer.next()) {
        rows.add(row(answer));
      }
      return rows;
    } catch (SQLException failure) {
      throw failures.apply(failure);
    }
  }

  @Override
  public long update(BoundSql sql) {
    try (PreparedStatement statement = bound(sql)) {
      return statement.execute() ? 0 : statement.getLargeUpdateCount();
    } catch (SQLException failure) {
      throw failures.apply(failure);
    }
  }

  private PreparedStatement bound(BoundSql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    try {
      int at = 1;
      for (Object value : sql.values()) {
        bind(statement, at++, value);
      }
      return statement;
    } catch (SQLException failure) {
      statement.close();
      throw failure;
    }
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value == null) {
      statement.setNull(at, Types.VARCHAR);
    } else {
      statement.setString(at, value.toString());
    }
  }

  private static SqlRow row(ResultSet answer) throws SQLException {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
      values.put(answer.getMetaData().getColumnLabel(i), answer.getString(i));
    }
    return new SqlRow(values);
  }
}
