package dev.ingest.cli;

import dev.ingest.definition.PipelineFile;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pipeline, where it is not the shipped one. */
final class PipelineOption {

  @Option(
      names = {"-p", "--pipeline"},
      paramLabel = "FILE.yaml",
      description = "The pipeline, as YAML or JSON. Default: metrics, the shipped one.")
  private @Nullable Path file;

  /** Returns the pipeline that was asked for, into its own table. */
  Pipeline<?> pipeline() {
    return file == null ? MetricsPipeline.into(MetricsPipeline.TABLE) : PipelineFile.read(file);
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
