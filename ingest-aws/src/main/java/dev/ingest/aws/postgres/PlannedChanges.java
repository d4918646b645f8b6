package dev.ingest.aws.postgres;

import static dev.ingest.aws.postgres.StagedRows.columnList;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements that put rows into a table as a plan has it. SQL text holds configured
 * identifiers, quoted, and nothing else.
 *
 * @param names the columns of the file
 */
record PlannedChanges(LoadPlan plan, List<String> names) {

  /**
   * Returns the statement that updates rows that are there; empty where the plan has none, or the
   * file has nothing but keys. Columns that the file has not keep their values.
   *
   * @param source what the rows are taken from, as SQL has it
   */
  Optional<String> update(String source) {
    if (!(plan instanceof LoadPlan.Upsert upsert)) {
      return Optional.empty();
    }
    List<String> keys = upsert.keyColumns();
    String changes =
        names.stream()
            .filter(name -> !keys.contains(name))
            .map(TableName::quote)
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "UPDATE %s AS t SET %s FROM %s AS s WHERE %s"
                .formatted(plan.table().sql(), changes, source, same("t", "s", keys)));
  }

  /** Returns the statement that adds rows; those that the plan updates are left out. */
  String insert(String source) {
    String insert =
        "INSERT INTO %s (%s) SELECT %s FROM %s AS s"
            .formatted(plan.table().sql(), columnList(names), columnList(names), source);
    return plan instanceof LoadPlan.Upsert upsert
        ? insert
            + " WHERE NOT EXISTS (SELECT 1 FROM %s AS t WHERE %s)"
                .formatted(plan.table().sql(), same("t", "s", upsert.keyColumns()))
        : insert;
  }

  /** Returns the condition that two sources have the same values in columns. */
  static String same(String a, String b, List<String> columns) {
    return columns.stream()
        .map(TableName::quote)
        .map(column -> a + "." + column + " = " + b + "." + column)
        .collect(Collectors.joining(" AND "));
  }
}
