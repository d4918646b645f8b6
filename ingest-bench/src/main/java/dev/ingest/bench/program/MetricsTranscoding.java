package dev.ingest.bench.program;

import dev.ingest.metrics.MetricsPipeline;
import java.io.IOException;
import java.nio.file.Path;

/** The shipped pipeline, as {@code ingest convert} runs it. */
public final class MetricsTranscoding implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new MetricsTranscoding().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Conversion.run(MetricsPipeline.into(MetricsPipeline.TABLE), workbook, csv);
  }
}
