package dev.ingest.cli;

import dev.ingest.definition.PipelineFile;
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
}
