package dev.ingest.aws;

import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresLedger;
import dev.ingest.aws.postgres.SqlFailures;
import dev.ingest.aws.redshift.RedshiftLedger;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Ledgers;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerQuery;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was loaded into a database, as its ledgers tell: PostgreSQL's or Redshift's, which says
 * itself what it is. Each question has a connection of its own, and changes nothing. Thread-safe.
 */
public final class LoadHistory {

  private final PostgresConnections connections;

  /** Reads the ledgers of one database; nothing is opened yet. */
  public LoadHistory(PostgresConnections connections) {
    this.connections = connections;
  }

  /**
   * Returns the lines that fit, the newest first; none where nothing was loaded yet.
   *
   * @throws LoadException if the database cannot be asked
   */
  public List<LedgerEntry> lines(LedgerQuery query) {
    return asked(ledgers -> ledgers.lines(query));
  }

  /**
   * Returns a run, empty where no ledger has it.
   *
   * @throws LoadException if the database cannot be asked
   */
  public Optional<LedgerRun> run(String id) {
    return asked(ledgers -> ledgers.run(id));
  }

  private <T> T asked(Function<Ledgers, T> question) {
    try (Connection connection = connections.open()) {
      Sql sql = new JdbcSql(connection, failure -> SqlFailures.of("ledger", failure));
      return question.apply(
          new Ledgers(sql, isRedshift(sql) ? new RedshiftLedger() : new PostgresLedger()));
    } catch (SQLException failure) {
      throw SqlFailures.of("ledger", failure);
    }
  }

  private static boolean isRedshift(Sql sql) {
    String version = sql.rows(BoundSql.of("SELECT version() AS v")).get(0).text("v");
    return version.contains("Redshift");
  }
}
