package dev.ingest.aws.sql;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import java.util.List;
import java.util.Locale;

/** Reads lines of a ledger that is there. */
final class LedgerLines {

  /** An order by their commits. */
  static final String NEWEST_FIRST = "position DESC";

  /** The opposite order. */
  static final String OLDEST_FIRST = "position";

  private static final String LINE =
      "run, outcome, pipeline, settings, target, plan, scope, bucket, object_key, version, sequencer, size, content_hash, fingerprint, staged, deleted, inserted";

  private final Sql sql;
  private final LedgerDialect dialect;
  private final TableName table;

  LedgerLines(Sql sql, LedgerDialect dialect, TableName table) {
    this.sql = sql;
    this.dialect = dialect;
    this.table = table;
  }

  /**
   * Returns the first lines of an order.
   *
   * @param where a condition on the columns, with a question mark for each value
   */
  List<LedgerEntry> select(String where, List<? extends Object> values, String order, int most) {
    String query =
        "SELECT %s, %s AS started_at, %s AS loaded_at FROM %s WHERE %s ORDER BY %s LIMIT %s"
            .formatted(
                LINE,
                dialect.utc("started_at"),
                dialect.utc("loaded_at"),
                table.sql(),
                where,
                order,
                most);
    return sql.rows(new BoundSql(query, List.copyOf(values))).stream()
        .map(LedgerLines::entry)
        .toList();
  }

  private static LedgerEntry entry(SqlRow line) {
    LoadOrigin origin =
        new LoadOrigin(
            line.text("bucket"),
            line.text("object_key"),
            line.optional("version"),
            line.optional("sequencer"),
            line.number("size"),
            line.optional("content_hash"));
    return new LedgerEntry(
        new LoadIdentity(
            line.text("run"),
            line.text("pipeline"),
            line.text("settings"),
            origin,
            line.text("fingerprint")),
        Outcome.valueOf(line.text("outcome").toUpperCase(Locale.ROOT).replace(' ', '_')),
        line.text("target"),
        line.text("plan"),
        line.text("scope"),
        line.number("staged"),
        line.number("deleted"),
        line.number("inserted"),
        line.instant("started_at"),
        line.instant("loaded_at"));
  }
}
