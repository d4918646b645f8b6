package dev.ingest.cli;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.report.ReportJson;
import dev.ingest.report.ReportText;
import dev.ingest.report.RunFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a report is printed. */
final class ReportOptions {

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = {
        "Write report.html, report.json and rejects.jsonl there and, where cells are bad,",
        "annotated.xlsx: the workbook with those cells marked."
      })
  private @Nullable Path folder;

  /** Returns the ingestion with its runs recorded in the folder that was asked for. */
  <R> Ingestion<R> recorded(Ingestion<R> ingestion) {
    if (folder == null) {
      return ingestion;
    }
    return ingestion.withRecorder(
        RunFiles.in(new ReportFolder(folder), ReportFolder.BUCKET).withKeys("{name}"));
  }

  boolean json() {
    return json;
  }

  void print(IngestReport report, PrintWriter out) {
    out.println(json ? ReportJson.pretty(report) : ReportText.of(report));
    out.flush();
  }
}
