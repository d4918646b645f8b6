package dev.ingest.aws.redshift;

import dev.ingest.aws.postgres.SqlFailures;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Ledger;
import dev.ingest.aws.sql.Replacement;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadLedger;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.load.TimeLimit;
import dev.ingest.store.ObjectStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A load in Redshift over a connection. Until its turn it only reads, and fills temporary tables
 * that nobody else sees. Its turn begins another transaction, whose first statement is the lock:
 * Redshift shows a transaction what was committed before its first query, and the lock is none. All
 * that others can see of the load is done in that one.
 */
final class RedshiftSession implements LoadSession {

  private final Connection connection;
  private final ObjectStore store;
  private final CopyAccess access;
  private final TableName table;
  private final TimeLimit limit;
  private final Sql sql;
  private final TargetTable target;
  private final Ledger ledger;
  private @Nullable RedshiftLoad load;
  private boolean previewing;

  private RedshiftSession(
      Connection connection,
      ObjectStore store,
      CopyAccess access,
      TableName table,
      TimeLimit limit) {
    this.connection = connection;
    this.store = store;
    this.access = access;
    this.table = table;
    this.limit = limit;
    this.sql = new JdbcSql(connection, this::failure);
    this.target = step(() -> TargetTable.find(sql, table));
    this.ledger = new Ledger(sql, new RedshiftLedger(), target.name(), this::limitStatements);
  }

  static RedshiftSession begin(
      Connection connection, ObjectStore store, CopyAccess access, TableName table, TimeLimit limit)
      throws SQLException {
    connection.setAutoCommit(false);
    return new RedshiftSession(connection, store, access, table, limit);
  }

  @Override
  public LoadLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<TableShape> shape() {
    return Optional.of(target.shape());
  }

  @Override
  public long stage(LoadRequest request) {
    previewing = request.options().preview();
    RedshiftLoad statements = new RedshiftLoad(request, target, access);
    load = statements;
    return step(
        () -> {
          sql.update(statements.staging());
          copy(statements);
          return sql.ask(statements.staged().staged());
        });
  }

  /** What Redshift keeps of a refused file outlives the transaction, and is read after it. */
  private void copy(RedshiftLoad statements) {
    try {
      sql.update(statements.copy(store));
    } catch (LoadException failure) {
      if (failure.reason() != Reason.ROWS_REFUSED) {
        throw failure;
      }
      rollback();
      throw statements.refused(sql.ask(statements.errors()), store);
    }
  }

  /** Of a preview nothing stays, so that no ledger is made for it. */
  @Override
  public void awaitTurn() {
    commitOwn();
    if (previewing && !step(ledger::isThere)) {
      return;
    }
    step(
        () -> {
          makeLedger();
          return sql.update(RedshiftLoad.lock(ledger.table()));
        });
  }

  /** Of two who make it at once one fails, and finds it there. */
  private void makeLedger() {
    boolean there = ledger.isThere();
    try {
      ledger.make();
    } catch (LoadException failure) {
      rollback();
      if (!ledger.isThere()) {
        throw failure;
      }
    }
    if (!there) {
      limitStatements();
    }
    commitOwn();
  }

  @Override
  public LoadEffect apply(LoadRequest request, boolean inDetail) {
    RedshiftLoad statements = load;
    if (statements == null) {
      throw new IllegalStateException("apply: expected staged rows, found none; stage them first");
    }
    return step(
        () ->
            new Replacement(sql, request, statements.staged(), () -> delete(statements))
                .apply(inDetail));
  }

  private long delete(RedshiftLoad statements) {
    sql.update(statements.keys());
    return sql.update(statements.deletion());
  }

  @Override
  public void record(LedgerEntry entry) {
    step(() -> sql.update(ledger.insertion(entry)));
  }

  @Override
  public void commit() {
    checkTime();
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw RedshiftFailures.isConflict(said(failure))
          ? failure(failure)
          : SqlFailures.ofCommit("table " + table, failure);
    }
  }

  /** Ends a transaction in which nothing was done that others see. */
  private void commitOwn() {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  private LoadException failure(SQLException failure) {
    String where = "table " + table;
    String said = said(failure);
    if (RedshiftFailures.isConflict(said)) {
      return RedshiftFailures.conflict(where);
    }
    if (RedshiftFailures.isOfRows(said)) {
      return new LoadException(Reason.ROWS_REFUSED, where + ": COPY refused the rows", null);
    }
    if (RedshiftFailures.isOfAccess(said) && "XX000".equals(failure.getSQLState())) {
      return RedshiftFailures.access(where, access);
    }
    return SqlFailures.of(where, failure);
  }

  private static String said(SQLException failure) {
    String said =
        failure instanceof PSQLException server && server.getServerErrorMessage() != null
            ? server.getServerErrorMessage().getMessage()
            : failure.getMessage();
    return String.valueOf(said);
  }

  private <T> T step(Supplier<T> work) {
    limitStatements();
    return work.get();
  }

  private void limitStatements() {
    Duration left = checkTime();
    sql.update("SET statement_timeout TO " + Math.min(left.toMillis(), Integer.MAX_VALUE));
  }

  private Duration checkTime() {
    Duration left = limit.remaining();
    if (left.toMillis() <= 0) {
      throw RedshiftFailures.outOfTime("table " + table);
    }
    return left;
  }

  /** The server rolls back when a connection is gone, so what fails here changes nothing. */
  @Override
  public void close() {
    try (Connection closing = connection) {
      closing.rollback();
    } catch (SQLException broken) {
      return; // as if it had been closed
    }
  }
}
