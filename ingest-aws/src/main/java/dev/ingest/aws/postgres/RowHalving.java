package dev.ingest.aws.postgres;

import dev.ingest.load.TimeLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does a work to all rows that the database takes, and finds the others: what fails for many rows
 * is done to their first half, then to the other. A bad row among n costs some log n statements.
 * What has been done stays, so that a row that is only refused beside another one is found as well.
 * Used within a transaction.
 */
final class RowHalving {

  /** A work on a range of rows. */
  interface Work {
    void on(long first, long last) throws SQLException;
  }

  private final Connection connection;
  private final TimeLimit limit;
  private final int most;
  private final Work work;
  private final Map<Long, SQLException> refused = new LinkedHashMap<>();

  /**
   * Prepares a work.
   *
   * @param limit past it nothing more is looked for
   * @param most how many rows are looked for
   */
  RowHalving(Connection connection, TimeLimit limit, int most, Work work) {
    this.connection = connection;
    this.limit = limit;
    this.most = most;
    this.work = work;
  }

  /**
   * Does the work.
   *
   * @return the rows that are refused, in order, with what the database says
   * @throws SQLException if it fails for another reason than the rows
   */
  Map<Long, SQLException> run(long first, long last) throws SQLException {
    if (first > last || refused.size() >= most || limit.remaining().isNegative()) {
      return refused;
    }
    SQLException failure = tried(first, last);
    if (failure != null && first == last) {
      refused.put(first, failure);
    } else if (failure != null) {
      long middle = first + (last - first) / 2;
      run(first, middle);
      run(middle + 1, last);
    }
    return refused;
  }

  /**
   * Forgets rows that are taken now that the others are there, such as a child before its parent.
   */
  Map<Long, SQLException> again() throws SQLException {
    for (Long row : refused.keySet().toArray(new Long[0])) {
      if (tried(row, row) == null) {
        refused.remove(row);
      }
    }
    return refused;
  }

  /** Returns why the rows are refused, or null where they are not. */
  private @Nullable SQLException tried(long first, long last) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      work.on(first, last);
      connection.releaseSavepoint(before);
      return null;
    } catch (SQLException failure) {
      if (!SqlFailures.isOfRows(failure)) {
        throw failure;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      return failure;
    }
  }
}
