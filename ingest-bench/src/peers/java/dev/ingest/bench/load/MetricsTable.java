package dev.ingest.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The table that everybody loads into, and the way to it. */
final class MetricsTable {

  static final String USER = "postgres";
  static final String DATABASE = "postgres";

  static final String DROP = "DROP TABLE IF EXISTS metrics, ingest_ledger";

  static final String CREATE =
      """
      CREATE TABLE metrics (
        location text NOT NULL,
        metric text NOT NULL,
        value double precision,
        date date NOT NULL
      )
      """;

  private MetricsTable() {}

  /** Connects to the server on a port of this machine; inserts in batches become one statement. */
  static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/%s?sslmode=disable&reWriteBatchedInserts=true"
            .formatted(port, DATABASE),
        USER,
        "");
  }
}
