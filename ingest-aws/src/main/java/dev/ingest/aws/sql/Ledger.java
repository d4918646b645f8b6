package dev.ingest.aws.sql;

import dev.ingest.load.Delivery;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadLedger;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger: a table {@code ingest_ledger} in the schema of the table that is loaded, in which
 * each load writes a line in its own transaction. Until it is made it is as an empty one. Nothing
 * is ever deleted from it, and nothing in it needs to be cleared by a person.
 */
public final class Ledger implements LoadLedger {

  /** The table's name. */
  public static final String NAME = "ingest_ledger";

  /** Of one object, as one pipeline loads it into one table: the values of {@link #object}. */
  private static final String OF_OBJECT =
      "target = ? AND pipeline = ? AND bucket = ? AND object_key = ?";

  private static final String LAST = LedgerLines.NEWEST_FIRST;

  static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Sql sql;
  private final LedgerDialect dialect;
  private final TableName table;
  private final LedgerLines lines;
  private final String target;
  private final Runnable atQuestion;
  private boolean there;

  /**
   * Makes the ledger of one table.
   *
   * @param target the table that is loaded, with its schema, as the database has it
   * @param atQuestion is run before each question of a load: it may say how much time there is, and
   *     throw where there is none
   */
  public Ledger(Sql sql, LedgerDialect dialect, TableName target, Runnable atQuestion) {
    this.sql = sql;
    this.atQuestion = atQuestion;
    this.dialect = dialect;
    this.table = new TableName(target.schema(), NAME);
    this.lines = new LedgerLines(sql, dialect, table);
    this.target = target.toString();
  }

  /** Returns the ledger's table. */
  public TableName table() {
    return table;
  }

  @Override
  public Optional<LedgerEntry> run(String run) {
    return first("run = ?", List.of(run), LAST);
  }

  @Override
  public Optional<LedgerEntry> newest(Delivery delivery) {
    return first(OF_OBJECT, object(delivery), dialect.bySequencer() + ", " + LAST);
  }

  @Override
  public Optional<LedgerEntry> sameUpload(Delivery delivery) {
    LoadOrigin origin = delivery.origin();
    if (origin.isKnownByHash()) { // the same bytes may have come before another version
      return first(OF_OBJECT, object(delivery), LAST)
          .filter(line -> line.identity().origin().isSameUpload(origin))
          .filter(line -> line.identity().settings().equals(delivery.settings()));
    }
    List<@Nullable Object> values = new ArrayList<>(object(delivery));
    values.add(delivery.settings());
    values.add(origin.version() != null ? origin.version() : origin.sequencer());
    String version = origin.version() != null ? "version = ?" : "version IS NULL AND sequencer = ?";
    return first(OF_OBJECT + " AND settings = ? AND " + version, values, LAST);
  }

  /** Only the last line tells, since a later load may have replaced the rows. */
  @Override
  public Optional<LedgerEntry> sameRows(LoadIdentity identity, LoadPlan plan) {
    if (plan instanceof LoadPlan.Append) {
      return first(
          "target = ? AND pipeline = ? AND settings = ? AND fingerprint = ?",
          List.of(target, identity.pipeline(), identity.settings(), identity.fingerprint()),
          LAST);
    }
    return first("target = ?", List.of(target), LAST)
        .filter(last -> last.identity().fingerprint().equals(identity.fingerprint()))
        .filter(last -> last.identity().pipeline().equals(identity.pipeline()))
        .filter(last -> last.identity().settings().equals(identity.settings()));
  }

  private List<@Nullable Object> object(Delivery delivery) {
    LoadOrigin origin = delivery.origin();
    return List.of(target, delivery.pipeline(), origin.bucket(), origin.key());
  }

  private Optional<LedgerEntry> first(
      String where, List<? extends @Nullable Object> values, String order) {
    atQuestion.run();
    return isThere()
        ? lines.select(where, values, order, 1).stream().findFirst()
        : Optional.empty();
  }

  /** Returns the statement that writes a line, for a ledger that is there. */
  public BoundSql insertion(LedgerEntry entry) {
    LoadIdentity identity = entry.identity();
    LoadOrigin origin = identity.origin();
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("run", identity.run());
    line.put("outcome", entry.outcome().label());
    line.put("pipeline", identity.pipeline());
    line.put("settings", identity.settings());
    line.put("target", target);
    line.put("plan", entry.plan());
    line.put("scope", entry.scope());
    line.put("bucket", origin.bucket());
    line.put("object_key", origin.key());
    line.put("version", origin.version());
    line.put("sequencer", origin.sequencer());
    line.put("size", origin.size());
    line.put("content_hash", origin.hash());
    line.put("fingerprint", identity.fingerprint());
    line.put("staged", entry.staged());
    line.put("deleted", entry.deleted());
    line.put("inserted", entry.inserted());
    line.put("started_at", UTC.format(entry.startedAt()));
    return dialect.insertion(table, line);
  }

  /** Asks how many lines there are of loads into the same table; it never falls. */
  public Question<Long> lines() {
    return new Question<>(
        new BoundSql(
            "SELECT count(*) AS n FROM " + table.sql() + " WHERE target = ?", List.of(target)),
        rows -> rows.get(0).number("n"));
  }

  /** Makes the ledger if there is none. */
  public void make() {
    if (!isThere()) {
      dialect.making(table).forEach(sql::update);
      there = true;
    }
  }

  /**
   * Returns whether it was made. Asks the catalogue's rows: functions on names answer from a cache
   * that may not know yet what was committed while this transaction waited for its turn.
   */
  public boolean isThere() {
    if (!there) {
      BoundSql query =
          new BoundSql(
              "SELECT count(*) AS n FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?",
              Arrays.asList(table.schema(), NAME));
      there = sql.rows(query).get(0).number("n") > 0;
    }
    return there;
  }
}
