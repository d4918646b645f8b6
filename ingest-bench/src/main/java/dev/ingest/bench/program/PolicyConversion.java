package dev.ingest.bench.program;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportText;
import dev.ingest.report.RunFiles;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a pipeline with all that goes with a checked delivery: a budget of rejected rows, rejects
 * and reports written to files beside the output.
 */
final class PolicyConversion {

  private static final String BUCKET = "bench";
  private static final RejectBudget BUDGET = RejectBudget.of(1000);

  private PolicyConversion() {}

  static <R> void run(Pipeline<R> pipeline, Path workbook, Path csv) throws IOException {
    Path beside = csv.toAbsolutePath().resolveSibling("policy");
    IngestReport report =
        Ingestion.converting(pipeline, new OneFile(csv), BUCKET)
            .withRejectBudget(BUDGET)
            .withRecorder(RunFiles.in(new DirectoryObjectStore(beside), BUCKET))
            .withRunIds(() -> "run")
            .run(new Upload("bench/workbook.xlsx", WorkbookSource.of(workbook)));
    if (report.outcome() != IngestReport.Outcome.CONVERTED || report.problemCount() > 0) {
      throw new IOException(ReportText.of(report));
    }
  }
}
