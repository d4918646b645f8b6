package dev.ingest.aws.postgres;

import static dev.ingest.aws.postgres.PlannedChanges.same;
import static dev.ingest.aws.postgres.StagedRows.STAGING;
import static dev.ingest.aws.postgres.StagedRows.columnList;

import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadEffect.NullShare;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts staged rows into their table, in the place of those that the plan replaces. SQL text holds
 * configured identifiers, quoted, and nothing else; values are bound, or stay in the staging table.
 */
final class Replacement {

  /** Values that a preview names. */
  private static final int NAMED = 20;

  private final Connection connection;
  private final LoadRequest request;
  private final LoadPlan plan;
  private final String target;
  private final PlannedChanges changes;

  Replacement(Connection connection, LoadRequest request) {
    this.connection = connection;
    this.request = request;
    this.plan = request.plan();
    this.target = plan.table().sql();
    this.changes = new PlannedChanges(plan, request.schema().names());
  }

  /**
   * Does it.
   *
   * @param inDetail whether all of the effect is wanted or only the counts
   */
  LoadEffect apply(boolean inDetail) throws SQLException {
    List<LoadEffect.GoneValues> gone = inDetail ? gone() : List.of();
    List<NullShare> shares = inDetail ? nullShares() : List.of();
    if (plan instanceof LoadPlan.Upsert upsert) {
      return upserted(upsert.keyColumns(), gone, shares);
    }
    long deleted = delete();
    return new LoadEffect(deleted, update(changes.insert(STAGING)), gone, shares);
  }

  /** Deletes what the plan replaces, and returns how many rows that were. */
  long delete() throws SQLException {
    if (plan instanceof LoadPlan.ReplaceTable) {
      return update("DELETE FROM " + target);
    }
    return !(plan instanceof LoadPlan.ReplacePartition) || request.scope().keys().isEmpty()
        ? 0
        : new ReplacedKeys(connection, target).delete(request.scope());
  }

  private LoadEffect upserted(
      List<String> keys, List<LoadEffect.GoneValues> gone, List<NullShare> shares)
      throws SQLException {
    refuseDoubleKeys(keys);
    Optional<String> update = changes.update(STAGING);
    long updated =
        update.isPresent()
            ? update(update.get())
            : count("%s AS t JOIN %s AS s ON %s".formatted(target, STAGING, same("t", "s", keys)));
    long added = update(changes.insert(STAGING));
    return new LoadEffect(updated, updated + added, gone, shares);
  }

  private void refuseDoubleKeys(List<String> keys) throws SQLException {
    long doubled =
        count(
            "(SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1) AS d"
                .formatted(STAGING, columnList(keys)));
    if (doubled > 0) {
      throw new LoadException(
          Reason.ROWS_REFUSED,
          "table %s: expected rows with different keys (%s), found %s keys more than once; nothing was changed; declare the key as unique to see the cells"
              .formatted(plan.table(), String.join(", ", keys), doubled),
          null);
    }
  }

  /** Of the last column of a partition: a history of dates is not gone, since it is never named. */
  private List<LoadEffect.GoneValues> gone() throws SQLException {
    if (!(plan instanceof LoadPlan.ReplacePartition replace) || replace.columns().size() < 2) {
      return List.of();
    }
    List<String> columns = replace.columns();
    String last = columns.get(columns.size() - 1);
    List<String> others = columns.subList(0, columns.size() - 1);
    String sql =
        "SELECT DISTINCT CAST(t.%s AS text) FROM %s AS t JOIN %s AS o ON %s WHERE NOT EXISTS (SELECT 1 FROM %s AS k WHERE %s) ORDER BY 1"
            .formatted(
                TableName.quote(last),
                target,
                keys(others),
                same("t", "o", others),
                keys(columns),
                same("t", "k", columns));
    List<String> values = new ArrayList<>();
    long count = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        count++;
        if (count <= NAMED && !request.schema().sensitive().contains(last)) {
          values.add(String.valueOf(row.getString(1)));
        }
      }
    }
    return count == 0 ? List.of() : List.of(new LoadEffect.GoneValues(last, values, count));
  }

  private List<NullShare> nullShares() throws SQLException {
    List<String> nullable =
        request.schema().columns().stream()
            .filter(column -> column.nullable())
            .map(column -> column.name())
            .toList();
    if (nullable.isEmpty()) {
      return List.of();
    }
    List<Double> before = shares(nullable, replacedRows());
    List<Double> after = shares(nullable, STAGING + " AS t");
    List<NullShare> shares = new ArrayList<>();
    for (int i = 0; i < nullable.size(); i++) {
      shares.add(new NullShare(nullable.get(i), before.get(i), after.get(i)));
    }
    return shares;
  }

  /** The rows that go, as a source {@code t} of a query. */
  private String replacedRows() {
    if (plan instanceof LoadPlan.ReplaceTable) {
      return target + " AS t";
    }
    List<String> columns =
        plan instanceof LoadPlan.ReplacePartition replace
            ? replace.columns()
            : plan instanceof LoadPlan.Upsert upsert ? upsert.keyColumns() : List.of();
    return columns.isEmpty()
        ? "(SELECT * FROM %s WHERE false) AS t".formatted(target)
        : "%s AS t JOIN %s AS k ON %s".formatted(target, keys(columns), same("t", "k", columns));
  }

  private List<Double> shares(List<String> columns, String from) throws SQLException {
    String nulls =
        columns.stream()
            .map(TableName::quote)
            .map(column -> "coalesce(1 - count(t." + column + ") / nullif(count(*), 0)::float8, 0)")
            .collect(Collectors.joining(", "));
    List<Double> shares = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT %s FROM %s".formatted(nulls, from))) {
      row.next();
      for (int i = 1; i <= columns.size(); i++) {
        shares.add(row.getDouble(i));
      }
    }
    return shares;
  }

  private static String keys(List<String> columns) {
    return "(SELECT DISTINCT %s FROM %s)".formatted(columnList(columns), STAGING);
  }

  private long count(String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  private long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
