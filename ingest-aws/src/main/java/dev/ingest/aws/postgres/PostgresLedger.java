package dev.ingest.aws.postgres;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Ledger;
import dev.ingest.aws.sql.LedgerDialect;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@link Ledger} as PostgreSQL keeps it. */
public final class PostgresLedger implements LedgerDialect {

  /** Returns the statements that make the ledger, for those who want to make it by hand. */
  public static List<String> ddl(TableName target) {
    return ofLedger(new TableName(target.schema(), Ledger.NAME));
  }

  private static List<String> ofLedger(TableName ledger) {
    String table = ledger.sql();
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

  /** Two first loads at a time would both make it, and the second one fail. */
  @Override
  public List<String> making(TableName ledger) {
    List<String> statements = new ArrayList<>();
    statements.add("SELECT pg_advisory_xact_lock(hashtextextended('ingest ledger', 0))");
    statements.addAll(ofLedger(ledger));
    return statements;
  }

  /** A sequencer is padded with zeros on the right, and compared by its bytes. */
  @Override
  public String bySequencer() {
    return "rpad(upper(sequencer), 64, '0') COLLATE \"C\" DESC NULLS LAST";
  }

  @Override
  public String utc(String column) {
    return "CAST(" + column + " AT TIME ZONE 'UTC' AS text)";
  }

  @Override
  public String moment() {
    return "CAST(? AS timestamp) AT TIME ZONE 'UTC'";
  }

  @Override
  public BoundSql insertion(TableName ledger, Map<String, @Nullable Object> line) {
    String values =
        line.keySet().stream()
            .map(column -> column.equals("started_at") ? moment() : "?")
            .collect(Collectors.joining(", "));
    return new BoundSql(
        "INSERT INTO %s (%s, loaded_at) VALUES (%s, clock_timestamp())"
            .formatted(ledger.sql(), String.join(", ", line.keySet()), values),
        new ArrayList<>(line.values()));
  }
}
