package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The rows of a file in a temporary table of the target's shape, which ends with the transaction.
 */
final class StagedRows {

  static final String STAGING = "ingest_staging";

  private static final int COPY_BUFFER = 64 << 10;

  private final Connection connection;
  private final TableName table;

  StagedRows(Connection connection, TableName table) {
    this.connection = connection;
    this.table = table;
  }

  long stage(LoadRequest request, ObjectStore store) throws SQLException, IOException {
    if (!request.format().extension().equals("csv")) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected CSV, found %s; choose the CSV format"
              .formatted(table, request.format().extension()),
          null);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING GENERATED) ON COMMIT DROP"
              .formatted(STAGING, table.sql()));
    }
    return copy(STAGING, request, store);
  }

  /** Copies the file into a table that has its columns. */
  long copy(String into, LoadRequest request, ObjectStore store) throws SQLException, IOException {
    String sql =
        "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
            .formatted(into, columnList(request.schema().names()));
    try (InputStream data = store.read(request.data())) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, data, COPY_BUFFER);
    }
  }

  static String columnList(List<String> names) {
    return names.stream().map(TableName::quote).collect(Collectors.joining(", "));
  }
}
