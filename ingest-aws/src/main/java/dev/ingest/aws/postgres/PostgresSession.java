package dev.ingest.aws.postgres;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Ledger;
import dev.ingest.aws.sql.Replacement;
import dev.ingest.aws.sql.Sql;
import dev.ingest.aws.sql.StagedLoad;
import dev.ingest.format.RowFormat;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadLedger;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadSession;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.load.TimeLimit;
import dev.ingest.row.RowSchema;
import dev.ingest.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A load's transaction in PostgreSQL. Before each step the server is told how much time is left, so
 * that no statement outlives the caller.
 */
final class PostgresSession implements LoadSession {

  private final Connection connection;
  private final RowFilling filling;
  private final TableName table;
  private final TimeLimit limit;
  private final StagedRows rows;
  private final Sql sql;
  private final Ledger ledger;

  private PostgresSession(
      Connection connection,
      RowFilling filling,
      TableName table,
      TimeLimit limit,
      TableName qualified) {
    this.connection = connection;
    this.filling = filling;
    this.table = table;
    this.limit = limit;
    this.rows = new StagedRows(connection, table, filling);
    this.sql = new JdbcSql(connection, failure -> SqlFailures.of("table " + table, failure));
    this.ledger = new Ledger(sql, new PostgresLedger(), qualified, this::limitStatements);
  }

  static PostgresSession begin(
      Connection connection, RowFilling filling, TableName table, TimeLimit limit)
      throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    return new PostgresSession(connection, filling, table, limit, qualified(connection, table));
  }

  private static TableName qualified(Connection connection, TableName table) throws SQLException {
    String sql =
        "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = CAST(? AS regclass)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.sql());
      try (ResultSet name = statement.executeQuery()) {
        return name.next() ? new TableName(name.getString(1), name.getString(2)) : table;
      }
    }
  }

  @Override
  public LoadLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<TableShape> shape() {
    return step(() -> PostgresCatalog.shape(connection, table));
  }

  @Override
  public @Nullable OutputStream feed(RowSchema<?> schema, RowFormat format) {
    return step(() -> Optional.<OutputStream>ofNullable(rows.feed(schema, format))).orElse(null);
  }

  @Override
  public long stage(LoadRequest request) {
    Work<Long> staging = () -> reading(request, () -> stageOrTellRow(request));
    if (!rows.isFed()) {
      return step(staging);
    }
    checkTime();
    return failing(staging); // while the rows are fed the connection takes no other statement
  }

  private long stageOrTellRow(LoadRequest request) throws SQLException, IOException {
    try {
      return rows.stage(request);
    } catch (SQLException failure) {
      throw told(SqlFailures.of("table " + table, failure), failure, request);
    }
  }

  /** Names the row at which the copy stopped, if the server tells and the file can be read. */
  private LoadException told(LoadException told, SQLException failure, LoadRequest request) {
    try {
      return told.refusing(CopyLine.refused(failure, request, filling));
    } catch (IOException | StoreException unread) {
      told.addSuppressed(unread);
      return told;
    }
  }

  @Override
  public List<RefusedRow> refused(LoadRequest request, int most) {
    RefusedRows refused = new RefusedRows(connection, filling, request, limit, most);
    step(() -> reading(request, refused::convert));
    awaitTurn();
    step(refused::put);
    return refused.found();
  }

  /** Work that reads the file. */
  private interface Reading<T> {
    T run() throws SQLException, IOException;
  }

  private <T> T reading(LoadRequest request, Reading<T> work) throws SQLException {
    try {
      return work.run();
    } catch (IOException failure) {
      throw new LoadException(
          Reason.UNREACHABLE,
          "table %s: expected to read %s, found %s; try again"
              .formatted(table, request.data(), failure),
          failure);
    }
  }

  /**
   * Lets one load at a time change the table, until its commit. Without it two loads of the same
   * keys would not see each other's inserts, and both would stay.
   */
  @Override
  public void awaitTurn() {
    step(
        () -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT pg_advisory_xact_lock(hashtextextended('ingest ' || CAST(CAST(? AS regclass) AS oid), 0))")) {
            statement.setString(1, table.sql());
            return statement.execute();
          }
        });
  }

  @Override
  public LoadEffect apply(LoadRequest request, boolean inDetail) {
    return step(
        () ->
            new Replacement(
                    sql,
                    request,
                    new StagedLoad(request),
                    () -> new ReplacedKeys(sql, table.sql()).delete(request.scope()))
                .apply(inDetail));
  }

  @Override
  public void record(LedgerEntry entry) {
    step(
        () -> {
          ledger.make();
          return sql.update(ledger.insertion(entry));
        });
  }

  @Override
  public void commit() {
    checkTime();
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw SqlFailures.ofCommit("table " + table, failure);
    }
  }

  /** Work of a step. */
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T step(Work<T> work) {
    limitStatements();
    return failing(work);
  }

  private <T> T failing(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException failure) {
      throw SqlFailures.of("table " + table, failure);
    }
  }

  private void limitStatements() {
    String left = String.valueOf(Math.min(checkTime().toMillis(), Integer.MAX_VALUE));
    sql.update(new BoundSql("SELECT set_config('statement_timeout', ?, true)", List.of(left)));
  }

  private Duration checkTime() {
    Duration left = limit.remaining();
    if (left.toMillis() <= 0) {
      throw new LoadException(
          Reason.OUT_OF_TIME,
          "table %s: expected the load to end in time, found that it ran out; nothing was changed; try again with more time"
              .formatted(table),
          null);
    }
    return left;
  }

  /** The server rolls back when a connection is gone, so what fails here changes nothing. */
  @Override
  public void close() {
    rows.giveUp();
    try (Connection closing = connection) {
      if (!closing.getAutoCommit()) {
        closing.rollback();
      }
    } catch (SQLException broken) {
      return; // as if it had been closed
    }
  }
}
