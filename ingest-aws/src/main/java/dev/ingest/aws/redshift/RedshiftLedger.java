package dev.ingest.aws.redshift;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Ledger;
import dev.ingest.aws.sql.LedgerDialect;
import dev.ingest.load.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Ledger} as Redshift keeps it. It has no identity that counts up in the order of
 * commits, and enforces no key: positions are given by hand, which the lock on the ledger allows.
 */
public final class RedshiftLedger implements LedgerDialect {

  private static final int LONGEST_SCOPE = 65_535;

  /** Lengths are in bytes. */
  private static final Map<String, String> TYPES = types();

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("run", "varchar(256)");
    types.put("outcome", "varchar(32)");
    types.put("pipeline", "varchar(1024)");
    types.put("settings", "varchar(256)");
    types.put("target", "varchar(512)");
    types.put("plan", "varchar(8192)");
    types.put("scope", "varchar(" + LONGEST_SCOPE + ")");
    types.put("bucket", "varchar(256)");
    types.put("object_key", "varchar(4096)");
    types.put("version", "varchar(1024)");
    types.put("sequencer", "varchar(256)");
    types.put("size", "bigint");
    types.put("content_hash", "varchar(256)");
    types.put("fingerprint", "varchar(256)");
    types.put("staged", "bigint");
    types.put("deleted", "bigint");
    types.put("inserted", "bigint");
    types.put("started_at", "timestamp");
    return types;
  }

  /** Returns the statement that makes the ledger, for those who want to make it by hand. */
  public static String ddl(TableName target) {
    return ofLedger(new TableName(target.schema(), Ledger.NAME));
  }

  private static String ofLedger(TableName ledger) {
    String columns =
        TYPES.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));
    return "CREATE TABLE IF NOT EXISTS %s (position bigint NOT NULL, %s, loaded_at timestamp)"
        .formatted(ledger.sql(), columns);
  }

  @Override
  public List<String> making(TableName ledger) {
    return List.of(ofLedger(ledger));
  }

  /** Texts are compared by their bytes, unless a database was made otherwise: these are ASCII. */
  @Override
  public String bySequencer() {
    return "rpad(upper(sequencer), 64, '0') DESC NULLS LAST";
  }

  @Override
  public String utc(String column) {
    return "CAST(" + column + " AS varchar(64))";
  }

  @Override
  public String moment() {
    return "CAST(? AS timestamp)";
  }

  @Override
  public BoundSql insertion(TableName ledger, Map<String, @Nullable Object> line) {
    Map<String, @Nullable Object> fitted = new LinkedHashMap<>(line);
    fitted.computeIfPresent("scope", (column, scope) -> fitted(scope.toString()));
    String values =
        line.keySet().stream()
            .map(column -> "CAST(? AS " + TYPES.get(column) + ")")
            .collect(Collectors.joining(", "));
    return new BoundSql(
        "INSERT INTO %s (position, %s, loaded_at) SELECT coalesce(max(position), 0) + 1, %s, getdate() FROM %s"
            .formatted(ledger.sql(), String.join(", ", line.keySet()), values, ledger.sql()),
        new ArrayList<>(fitted.values()));
  }

  /** It is for people; what decides is in the other columns. */
  private static String fitted(String scope) {
    String fitted = scope;
    while (fitted.getBytes(StandardCharsets.UTF_8).length > LONGEST_SCOPE) {
      int half = fitted.length() / 2;
      int end = Character.isHighSurrogate(fitted.charAt(half - 1)) ? half - 1 : half;
      fitted = fitted.substring(0, end) + "…";
    }
    return fitted;
  }
}
