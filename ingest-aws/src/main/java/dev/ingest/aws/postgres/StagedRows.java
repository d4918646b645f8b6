package dev.ingest.aws.postgres;

import static dev.ingest.aws.sql.StagedLoad.STAGING;
import static dev.ingest.aws.sql.StagedLoad.columnList;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows of a file in a temporary table of the target's shape, which ends with the transaction.
 */
final class StagedRows {

  private final Connection connection;
  private final TableName table;
  private final RowFilling filling;

  StagedRows(Connection connection, TableName table, RowFilling filling) {
    this.connection = connection;
    this.table = table;
    this.filling = filling;
  }

  long stage(LoadRequest request) throws SQLException, IOException {
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
    return filling.fill(connection, request, STAGING, columnList(request.schema().names()));
  }
}
