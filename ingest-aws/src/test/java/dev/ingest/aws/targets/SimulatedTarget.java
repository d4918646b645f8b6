package dev.ingest.aws.targets;

import dev.ingest.aws.postgres.PostgresLedger;
import dev.ingest.aws.postgres.SqlFailures;
import dev.ingest.aws.redshift.RedshiftLedger;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Ledgers;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerQuery;
import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import dev.ingest.testkit.simulation.SimulatedTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a real database as a simulation needs it. Schedules follow each other in it: {@link
 * #emptied} begins anew. What the simulation looks at, it looks at behind the loader's back.
 */
final class SimulatedTarget implements SimulatedTable, AutoCloseable {

  static final TableName TABLE = TableName.parse("lines");

  /** A load that meets another one in the same thread would wait for itself. */
  private static final String SHORT_WAIT = "ALTER DATABASE %s SET lock_timeout = '20ms'";

  private final LoadTarget target;
  private final LoadDatabase sessions;
  private final Connection behind;
  private final Sql sql;
  private final Map<List<Line>, LoadRequest> files = new HashMap<>();

  SimulatedTarget(LoadTarget.Kind kind) throws SQLException {
    this.target = new LoadTarget(kind);
    target.execute("CREATE TABLE lines (part varchar(10), number int, value varchar(10))");
    this.sessions = target.sessions();
    this.behind = target.behind();
    this.sql = new JdbcSql(behind, failure -> SqlFailures.of("behind", failure));
    sql.update(SHORT_WAIT.formatted(behind.getCatalog()));
  }

  /** Returns this table without a row, and the ledger without a line. */
  SimulatedTarget emptied() {
    sql.update("DELETE FROM lines");
    boolean noted =
        !sql.rows(BoundSql.of("SELECT 1 FROM pg_class WHERE relname = 'ingest_ledger'")).isEmpty();
    if (noted) {
      sql.update("DELETE FROM ingest_ledger");
    }
    return this;
  }

  @Override
  public LoadDatabase database() {
    return sessions;
  }

  /** A file is written once: what is in it does not change. */
  @Override
  public LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope) {
    LoadRequest file =
        files.computeIfAbsent(rows, all -> target.request(plan, Line.class, all, scope));
    return new LoadRequest(plan, file.schema(), file.data(), file.format(), scope, file.rows());
  }

  @Override
  public void feed(LoadRequest request, OutputStream into) {
    try (InputStream file = target.store().read(request.data())) {
      file.transferTo(into);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void put(Line row) {
    sql.update(
        new BoundSql(
            "INSERT INTO lines VALUES (?, ?, ?)",
            List.of(row.part(), (long) row.number(), row.value())));
  }

  @Override
  public List<Line> rows() {
    return sql.rows(BoundSql.of("SELECT part, number, value FROM lines")).stream()
        .map(row -> new Line(row.text("part"), (int) row.number("number"), row.text("value")))
        .toList();
  }

  @Override
  public List<LedgerEntry> ledger() {
    boolean redshift = target.kind().isRedshift();
    Ledgers ledgers = new Ledgers(sql, redshift ? new RedshiftLedger() : new PostgresLedger());
    List<LedgerEntry> lines = new ArrayList<>(ledgers.lines(LedgerQuery.newest(100)));
    Collections.reverse(lines);
    return lines;
  }

  @Override
  public void close() throws SQLException {
    behind.close();
    target.close();
  }
}
