package dev.ingest.aws.sql;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerQuery;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all ledgers of a database: there is one in each schema into which anything was loaded. It
 * changes nothing. Used by one thread.
 */
public final class Ledgers {

  private static final String LOADED = "outcome = '" + Outcome.LOADED.label() + "'";

  /** The place of a run among the lines. */
  private static final String PLACE = "(SELECT position FROM %s WHERE run = ?)";

  private final Sql sql;
  private final LedgerDialect dialect;

  /** Reads with the caller's connection. */
  public Ledgers(Sql sql, LedgerDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /** Returns lines, the newest first; those of one schema in the order of their commits. */
  public List<LedgerEntry> lines(LedgerQuery query) {
    List<LedgerEntry> all = new ArrayList<>();
    for (String schema : schemas()) {
      if (query.table() == null || isOf(schema, query.table())) {
        all.addAll(lines(schema, query));
      }
    }
    all.sort(Comparator.comparing(LedgerEntry::loadedAt).reversed());
    return List.copyOf(all.subList(0, Math.min(query.most(), all.size())));
  }

  private static boolean isOf(String schema, TableName table) {
    return table.schema() == null || schema.equals(table.schema());
  }

  private List<LedgerEntry> lines(String schema, LedgerQuery query) {
    LedgerFilter filter = new LedgerFilter(dialect, schema, query);
    return ledger(schema)
        .select(filter.condition(), filter.values(), LedgerLines.NEWEST_FIRST, query.most());
  }

  /** Returns the run with this id, empty where no ledger has it. */
  public Optional<LedgerRun> run(String run) {
    for (String schema : schemas()) {
      Optional<LedgerEntry> line = first(schema, "run = ?", List.of(run), false);
      if (line.isPresent()) {
        return Optional.of(
            new LedgerRun(line.get(), before(schema, line.get()), after(schema, line.get())));
      }
    }
    return Optional.empty();
  }

  private @Nullable LedgerEntry before(String schema, LedgerEntry line) {
    if (line.outcome() == Outcome.ALREADY_LOADED) {
      return related(schema, line, "fingerprint = ?", List.of(line.identity().fingerprint()), true);
    }
    if (line.deleted() == 0) {
      return null;
    }
    return line.plan().equals(LedgerEntry.REPLACE_TABLE)
        ? related(schema, line, "inserted > 0", List.of(), true)
        : related(schema, line, "inserted > 0 AND " + TOUCHING, touching(line), true);
  }

  private @Nullable LedgerEntry after(String schema, LedgerEntry line) {
    return line.inserted() == 0
        ? null
        : related(schema, line, "deleted > 0 AND " + TOUCHING, touching(line), false);
  }

  /** Of the whole table, of the same scope, or of the same object: see {@link #touching}. */
  private static final String TOUCHING =
      "(plan = ? OR (scope = ? AND plan = ?) OR (bucket = ? AND object_key = ?))";

  private static List<String> touching(LedgerEntry line) {
    return List.of(
        LedgerEntry.REPLACE_TABLE,
        line.scope(),
        line.plan(),
        line.identity().origin().bucket(),
        line.identity().origin().key());
  }

  /** Returns the nearest load of the same table before a line, or after it. */
  private @Nullable LedgerEntry related(
      String schema, LedgerEntry line, String which, List<String> values, boolean before) {
    String place = PLACE.formatted(table(schema).sql());
    List<String> all = new ArrayList<>(List.of(line.table()));
    all.addAll(values);
    all.add(line.identity().run());
    String where =
        "target = ? AND %s AND %s AND position %s %s"
            .formatted(LOADED, which, before ? "<" : ">", place);
    return first(schema, where, all, !before).orElse(null);
  }

  private Optional<LedgerEntry> first(
      String schema, String where, List<String> values, boolean oldest) {
    String order = oldest ? LedgerLines.OLDEST_FIRST : LedgerLines.NEWEST_FIRST;
    return ledger(schema).select(where, values, order, 1).stream().findFirst();
  }

  private LedgerLines ledger(String schema) {
    return new LedgerLines(sql, dialect, table(schema));
  }

  private static TableName table(String schema) {
    return new TableName(schema, Ledger.NAME);
  }

  private List<String> schemas() {
    BoundSql query =
        new BoundSql(
            "SELECT n.nspname AS name FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relname = ? AND c.relkind = 'r' ORDER BY n.nspname",
            List.of(Ledger.NAME));
    return sql.rows(query).stream().map(row -> row.text("name")).toList();
  }
}
