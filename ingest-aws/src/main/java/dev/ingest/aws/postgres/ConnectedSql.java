package dev.ingest.aws.postgres;

import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LoadException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Asks a database, over a connection of its own for each question, which is closed when it is
 * answered. Thread-safe.
 *
 * @param where what is asked about, for messages
 */
public record ConnectedSql(PostgresConnections connections, String where) {

  /**
   * Asks.
   *
   * @throws LoadException if the database cannot be asked
   */
  public <T> T ask(Function<Sql, T> question) {
    try (Connection connection = connections.open()) {
      return question.apply(new JdbcSql(connection, failure -> SqlFailures.of(where, failure)));
    } catch (SQLException failure) {
      throw SqlFailures.of(where, failure);
    }
  }
}
