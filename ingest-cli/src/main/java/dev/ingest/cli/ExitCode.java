package dev.ingest.cli;

import dev.ingest.pipeline.IngestReport;

/** What the exit codes mean; they do not change. */
final class ExitCode {

  static final int CLEAN = 0;
  static final int REJECTS = 1;
  static final int REFUSED = 2;
  static final int ENVIRONMENT = 3;
  static final int USAGE = 64;

  private ExitCode() {}

  static int of(IngestReport report) {
    if (report.outcome() == IngestReport.Outcome.REFUSED) {
      return REFUSED;
    }
    return report.rows().rejected() > 0 ? REJECTS : CLEAN;
  }
}
