package dev.ingest.aws.sql;

import dev.ingest.load.TableName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a database says what it keeps a {@link Ledger} by. */
public interface LedgerDialect {

  /** Returns the statements that make the ledger where there is none. */
  List<String> making(TableName ledger);

  /** Returns an order of lines by their sequencers, the greatest first, those without last. */
  String bySequencer();

  /** Returns an expression for the moment in a column, as text in UTC. */
  String utc(String column);

  /** Returns an expression for a bound moment, which is a text in UTC. */
  String moment();

  /**
   * Returns the statement that adds a line behind all others, with the moment by the database's
   * clock as its {@code loaded_at}.
   *
   * @param line the other columns' values, {@code started_at} as text in UTC
   */
  BoundSql insertion(TableName ledger, Map<String, @Nullable Object> line);
}
