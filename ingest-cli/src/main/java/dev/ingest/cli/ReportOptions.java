package dev.ingest.cli;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.report.ReportJson;
import dev.ingest.report.ReportText;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a report is printed. */
final class ReportOptions {

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  void print(IngestReport report, PrintWriter out) {
    out.println(json ? ReportJson.pretty(report) : ReportText.of(report));
    out.flush();
  }
}
