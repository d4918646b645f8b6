package dev.ingest.aws.ddl;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.RowRule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns by which rows differ.
 *
 * @param columns empty where nothing is declared
 * @param ofTable whether no two rows of the table share them, or only no two of one file
 */
record TableKey(List<String> columns, boolean ofTable) {

  static TableKey of(Pipeline<?> pipeline) {
    LoadPlan plan = pipeline.plan();
    if (plan instanceof LoadPlan.Upsert upsert) {
      return new TableKey(upsert.keyColumns(), true);
    }
    List<String> columns =
        pipeline.rules().stream()
            .filter(RowRule.UniqueKey.class::isInstance)
            .map(rule -> ((RowRule.UniqueKey) rule).columns())
            .findFirst()
            .orElse(List.of());
    return new TableKey(columns, !columns.isEmpty() && isOfTable(plan, columns));
  }

  /** Rows that share a key share its partition then, and so come from one file. */
  private static boolean isOfTable(LoadPlan plan, List<String> columns) {
    return plan instanceof LoadPlan.ReplaceTable
        || plan instanceof LoadPlan.ReplacePartition replace
            && columns.containsAll(replace.columns());
  }

  /** Returns the constraint: no column of a key may be null, neither in a plan nor in a rule. */
  String constraint() {
    return "PRIMARY KEY (" + list(columns) + ")";
  }

  static String list(List<String> columns) {
    return columns.stream().map(TableName::quote).collect(Collectors.joining(", "));
  }
}
