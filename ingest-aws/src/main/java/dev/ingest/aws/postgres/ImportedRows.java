package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Has the server fetch the file from S3, by the extension {@code aws_s3} of RDS and Aurora. What it
 * answers in words is not read: the rows are counted.
 *
 * <p>Source: Amazon RDS User Guide, "Importing data from Amazon S3 into an RDS for PostgreSQL DB
 * instance".
 *
 * @param region of the bucket
 */
record ImportedRows(String region) implements RowFilling {

  private static final String IMPORT =
      "SELECT aws_s3.table_import_from_s3(?, ?, ?, aws_commons.create_s3_uri(?, ?, ?))";

  private static final String OPTIONS = "(FORMAT csv, HEADER true, ENCODING 'UTF8')";

  @Override
  public long fill(Connection connection, LoadRequest request, String into, String columns)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IMPORT)) {
      int at = 1;
      for (String argument :
          List.of(into, columns, OPTIONS, request.data().bucket(), request.data().key(), region)) {
        statement.setString(at++, argument);
      }
      statement.execute();
    } catch (SQLException failure) {
      throw explained(request, failure);
    }
    return count(connection, into);
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT count(*) FROM " + table)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** The extension has no states of its own for what it finds at S3, and its words may change. */
  private SQLException explained(LoadRequest request, SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals("3F000") || state.equals("42883")) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected the extension aws_s3 in the database, found none (SQLSTATE %s); run CREATE EXTENSION aws_s3 CASCADE, and grant USAGE on the schemas aws_s3 and aws_commons"
              .formatted(request.plan().table(), state),
          null);
    }
    if (state.equals("XX000")) {
      throw new LoadException(
          Reason.UNREACHABLE,
          "table %s: expected aws_s3 to import %s of the region %s, found that it did not (SQLSTATE %s); check the region, and that the instance has a role for s3Import that may read the object"
              .formatted(request.plan().table(), request.data(), region, state),
          null);
    }
    return failure;
  }
}
