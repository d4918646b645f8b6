package dev.ingest.aws.postgres;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger: a table {@code ingest_ledger} in the schema of the table that is loaded, in which
 * each load writes a line in its own transaction. It is made by the first load; until then it is as
 * an empty one. Nothing is ever deleted from it, and nothing in it needs to be cleared by a person.
 */
public final class PostgresLedger {

  /** The table's name. */
  public static final String NAME = "ingest_ledger";

  private static final String COLUMNS =
      "run, outcome, pipeline, settings, target, plan, scope, bucket, object_key, version, sequencer, size, content_hash, fingerprint, staged, deleted, inserted, started_at, loaded_at";

  /** Of one object, as one pipeline loads it into one table: the values of {@link #object}. */
  private static final String OF_OBJECT =
      "target = ? AND pipeline = ? AND bucket = ? AND object_key = ?";

  private final Connection connection;
  private final TableName loaded;
  private final String table;
  private final String target;
  private boolean there;

  /**
   * Makes the ledger of one table.
   *
   * @param target the table that is loaded, with its schema, as the database has it
   */
  PostgresLedger(Connection connection, TableName target) {
    this.connection = connection;
    this.loaded = target;
    this.table = new TableName(target.schema(), NAME).sql();
    this.target = target.toString();
  }

  /** Returns the statements that make the ledger, for those who want to make it by hand. */
  public static List<String> ddl(TableName target) {
    String table = new TableName(target.schema(), NAME).sql();
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS %s (
          position bigint GENERATED ALWAYS AS IDENTITY,
          run text PRIMARY KEY,
          outcome text NOT NULL,
          pipeline text NOT NULL,
          settings text NOT NULL,
          target text NOT NULL,
          plan text NOT NULL,
          scope text NOT NULL,
          bucket text NOT NULL,
          object_key text NOT NULL,
          version text,
          sequencer text,
          size bigint NOT NULL,
          content_hash text,
          fingerprint text NOT NULL,
          staged bigint NOT NULL,
          deleted bigint NOT NULL,
          inserted bigint NOT NULL,
          started_at timestamptz NOT NULL,
          loaded_at timestamptz NOT NULL DEFAULT clock_timestamp()
        )"""
            .formatted(table),
        "CREATE INDEX IF NOT EXISTS ingest_ledger_object ON %s (target, bucket, object_key)"
            .formatted(table),
        "CREATE INDEX IF NOT EXISTS ingest_ledger_rows ON %s (target, position)".formatted(table));
  }

  Optional<LedgerEntry> run(String run) throws SQLException {
    return last("run = ?", List.of(run));
  }

  /** A sequencer is padded with zeros on the right, and compared by its bytes. */
  Optional<LedgerEntry> newest(LoadIdentity identity) throws SQLException {
    return first(
        OF_OBJECT,
        object(identity),
        "rpad(upper(sequencer), 64, '0') COLLATE \"C\" DESC NULLS LAST, position DESC");
  }

  Optional<LedgerEntry> sameUpload(LoadIdentity identity) throws SQLException {
    LoadOrigin origin = identity.origin();
    if (origin.isKnownByHash()) { // the same bytes may have come before another version
      return last(OF_OBJECT, object(identity))
          .filter(line -> line.identity().origin().isSameUpload(origin))
          .filter(line -> line.identity().settings().equals(identity.settings()));
    }
    List<@Nullable String> values = new ArrayList<>(object(identity));
    values.add(identity.settings());
    values.add(origin.version() != null ? origin.version() : origin.sequencer());
    String version = origin.version() != null ? "version = ?" : "version IS NULL AND sequencer = ?";
    return last(OF_OBJECT + " AND settings = ? AND " + version, values);
  }

  /** Where a plan deletes, a later load may have replaced the rows. */
  Optional<LedgerEntry> sameRows(LoadIdentity identity, LoadPlan plan) throws SQLException {
    if (plan instanceof LoadPlan.Append) {
      return last(
          "target = ? AND pipeline = ? AND settings = ? AND fingerprint = ?",
          List.of(target, identity.pipeline(), identity.settings(), identity.fingerprint()));
    }
    return last("target = ?", List.of(target))
        .filter(last -> last.identity().fingerprint().equals(identity.fingerprint()))
        .filter(last -> last.identity().pipeline().equals(identity.pipeline()))
        .filter(last -> last.identity().settings().equals(identity.settings()));
  }

  private List<String> object(LoadIdentity identity) {
    LoadOrigin origin = identity.origin();
    return List.of(target, identity.pipeline(), origin.bucket(), origin.key());
  }

  private Optional<LedgerEntry> last(String where, List<? extends @Nullable String> values)
      throws SQLException {
    return first(where, values, "position DESC");
  }

  private Optional<LedgerEntry> first(
      String where, List<? extends @Nullable String> values, String order) throws SQLException {
    if (!isThere()) {
      return Optional.empty();
    }
    String sql =
        "SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT 1".formatted(COLUMNS, table, where, order);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      try (ResultSet line = statement.executeQuery()) {
        return line.next() ? Optional.of(entry(line)) : Optional.empty();
      }
    }
  }

  private static LedgerEntry entry(ResultSet line) throws SQLException {
    LoadOrigin origin =
        new LoadOrigin(
            text(line, "bucket"),
            text(line, "object_key"),
            line.getString("version"),
            line.getString("sequencer"),
            line.getLong("size"),
            line.getString("content_hash"));
    return new LedgerEntry(
        new LoadIdentity(
            text(line, "run"),
            text(line, "pipeline"),
            text(line, "settings"),
            origin,
            text(line, "fingerprint")),
        Outcome.valueOf(text(line, "outcome").toUpperCase(Locale.ROOT).replace(' ', '_')),
        text(line, "target"),
        text(line, "plan"),
        text(line, "scope"),
        line.getLong("staged"),
        line.getLong("deleted"),
        line.getLong("inserted"),
        instant(line, "started_at"),
        instant(line, "loaded_at"));
  }

  private static String text(ResultSet line, String column) throws SQLException {
    return String.valueOf(line.getString(column));
  }

  private static Instant instant(ResultSet line, String column) throws SQLException {
    return line.getObject(column, OffsetDateTime.class).toInstant();
  }

  void record(LedgerEntry entry) throws SQLException {
    make();
    LoadIdentity identity = entry.identity();
    LoadOrigin origin = identity.origin();
    String sql =
        "INSERT INTO %s (%s) VALUES (%s, clock_timestamp())"
            .formatted(table, COLUMNS, "?" + ", ?".repeat(17));
    try (PreparedStatement line = connection.prepareStatement(sql)) {
      int at = 1;
      for (String text :
          new @Nullable String[] {
            identity.run(),
            entry.outcome().label(),
            identity.pipeline(),
            identity.settings(),
            target,
            entry.plan(),
            entry.scope(),
            origin.bucket(),
            origin.key(),
            origin.version(),
            origin.sequencer()
          }) {
        line.setString(at++, text);
      }
      line.setLong(at++, origin.size());
      line.setString(at++, origin.hash());
      line.setString(at++, identity.fingerprint());
      line.setLong(at++, entry.staged());
      line.setLong(at++, entry.deleted());
      line.setLong(at++, entry.inserted());
      line.setObject(at, entry.startedAt().atOffset(ZoneOffset.UTC));
      line.executeUpdate();
    }
  }

  /** Two first loads at a time would both make it, and the second one fail. */
  private void make() throws SQLException {
    if (isThere()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('ingest ledger', 0))");
      for (String sql : ddl(loaded)) {
        statement.execute(sql);
      }
    }
    there = true;
  }

  /**
   * Asks the catalogue's rows: functions on names answer from a cache that may not know yet what
   * was committed while this transaction waited for its turn.
   */
  private boolean isThere() throws SQLException {
    if (!there) {
      String sql =
          "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, loaded.schema());
        statement.setString(2, NAME);
        try (ResultSet answer = statement.executeQuery()) {
          there = answer.next() && answer.getLong(1) > 0;
        }
      }
    }
    return there;
  }
}
