package dev.ingest.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL for the time of a benchmark, durable as in production. It prints its port; each line
 * of input is an order that is answered by one line; the end of the input ends it.
 */
public final class TableServer {

  private TableServer() {}

  /** Serves. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (EmbeddedPostgres server = start();
        Connection connection = MetricsTable.connect(server.getPort());
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(server.getPort());
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(obey(order, connection));
      }
    }
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        // the library's defaults are for tests, which may lose data
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        // room for one load, so that no checkpoint falls into some runs and not into others
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("unix_socket_directories", "")
        .start();
  }

  private static String obey(String order, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return switch (order) {
        case "empty" -> empty(statement);
        case "digest" -> digest(statement);
        default -> throw new IllegalArgumentException("unknown order " + order);
      };
    }
  }

  private static String empty(Statement statement) throws SQLException {
    statement.execute(MetricsTable.DROP);
    statement.execute(MetricsTable.CREATE);
    statement.execute("CHECKPOINT");
    return "empty";
  }

  /** Tells the rows apart without their order: their number, and the sum of their hashes. */
  private static String digest(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT count(*), coalesce(sum(hashtextextended(CAST(m AS text), 0)), 0) FROM metrics m")) {
      rows.next();
      return rows.getLong(1) + " rows, hash " + rows.getString(2);
    }
  }
}
