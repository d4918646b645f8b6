package dev.ingest.aws.postgres;

import static dev.ingest.aws.sql.StagedLoad.STAGING;
import static dev.ingest.aws.sql.StagedLoad.columnList;

import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in a temporary table of the target's shape, which ends with the transaction.
 */
final class StagedRows {

  private final Connection connection;
  private final TableName table;
  private final RowFilling filling;

  /** What takes the rows while the file is written, until they are asked for. */
  private @Nullable FedRows rows;

  StagedRows(Connection connection, TableName table, RowFilling filling) {
    this.connection = connection;
    this.table = table;
    this.filling = filling;
  }

  /**
   * Begins to stage a file that is still written.
   *
   * @return what takes it; null where it must be whole
   */
  @Nullable FedRows feed(RowSchema<?> schema, RowFormat format) throws SQLException {
    FedRows fed = isCsv(format) ? open(schema) : null;
    rows = fed;
    return fed;
  }

  private @Nullable FedRows open(RowSchema<?> schema) throws SQLException {
    create();
    return filling.feed(connection, STAGING, columnList(schema.names()));
  }

  /** Returns whether a file that was fed has not been asked for. */
  boolean isFed() {
    return rows != null;
  }

  /** Returns how many rows the file has, which are there then. */
  long stage(LoadRequest request) throws SQLException, IOException {
    FedRows fed = rows;
    if (fed != null) {
      rows = null;
      return fed.end();
    }
    if (!isCsv(request.format())) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected CSV, found %s; choose the CSV format"
              .formatted(table, request.format().extension()),
          null);
    }
    create();
    return filling.fill(connection, request, STAGING, columnList(request.schema().names()));
  }

  /** Gives up what is fed, if anything is. */
  void giveUp() {
    if (rows != null) {
      rows.close();
    }
  }

  private static boolean isCsv(RowFormat format) {
    return format.extension().equals("csv");
  }

  private void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING GENERATED) ON COMMIT DROP"
              .formatted(STAGING, table.sql()));
    }
  }
}
