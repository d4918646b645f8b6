package dev.ingest.cli;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which table, where it is not the one that the pipeline names. */
final class TableOption {

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "The table. Default: the pipeline's, metrics if none is named.")
  private @Nullable String table;

  /** Returns the pipeline into the table that was asked for. */
  <R> Pipeline<R> apply(Pipeline<R> pipeline) {
    return table == null
        ? pipeline
        : pipeline.withPlan(into(TableName.parse(table), pipeline.plan()));
  }

  /** Returns a plan that does the same to another table. */
  static LoadPlan into(TableName table, LoadPlan plan) {
    LoadPlan.Into into = LoadPlan.into(table);
    if (plan instanceof LoadPlan.ReplacePartition replace) {
      return into.replacePartition(replace.columns().toArray(String[]::new));
    }
    if (plan instanceof LoadPlan.Upsert upsert) {
      return into.upsert(upsert.keyColumns().toArray(String[]::new));
    }
    return plan instanceof LoadPlan.ReplaceTable ? into.replaceTable() : into.append();
  }
}
