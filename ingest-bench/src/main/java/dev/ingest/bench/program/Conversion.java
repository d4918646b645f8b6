package dev.ingest.bench.program;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportText;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a pipeline on a workbook as {@code ingest convert} does. */
final class Conversion {

  private Conversion() {}

  static <R> void run(Pipeline<R> pipeline, Path workbook, Path csv) throws IOException {
    IngestReport report =
        Ingestion.converting(pipeline, new OneFile(csv), "bench")
            .run(new Upload("bench/workbook.xlsx", WorkbookSource.of(workbook)));
    if (report.outcome() != IngestReport.Outcome.CONVERTED || report.problemCount() > 0) {
      throw new IOException(ReportText.of(report));
    }
  }
}
