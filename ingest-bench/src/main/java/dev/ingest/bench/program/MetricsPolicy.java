package dev.ingest.bench.program;

import dev.ingest.load.LoadPlan;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.nio.file.Path;

/** The metrics with a rule for each column, rules of rows, a budget, and all files of a run. */
public final class MetricsPolicy implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new MetricsPolicy().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Pipeline<CheckedMetric> pipeline =
        Pipeline.of(
                "metrics",
                RowSchema.of(CheckedMetric.class),
                LoadPlan.into(MetricsPipeline.TABLE).replacePartition("date", "location"))
            .sheet(SheetSelector.named("data"))
            .rule(RowRule.skip("totals", "location", "Total.*"))
            .rule(RowRule.stop("notes", "location", "Notes?:.*"))
            .filter(RowFilter.sameAsFirst("date"))
            .build();
    PolicyConversion.run(pipeline, workbook, csv);
  }
}
