package dev.ingest.report;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;

/** How a run ended, in one sentence. */
final class OutcomeLine {

  private OutcomeLine() {}

  static String of(IngestReport report) {
    return switch (report.outcome()) {
      case LOADED ->
          taken(
              report.rows(),
              "stand" + (report.rows().accepted() == 1 ? "s" : "") + " in the table");
      case ALREADY_LOADED -> "These rows were loaded before. Nothing was touched.";
      case SUPERSEDED -> "A newer version of this file was loaded before. Nothing was touched.";
      case PREVIEWED -> taken(report.rows(), "would stand in the table");
      case CONVERTED ->
          taken(report.rows(), (report.rows().accepted() == 1 ? "is" : "are") + " in the output");
      case REFUSED ->
          Counted.of(report.problemCount(), "problem")
              + ". Nothing was loaded and nothing deleted.";
    };
  }

  private static String taken(RowCounts rows, String where) {
    String taken = Counted.of(rows.accepted(), "row") + " " + where;
    return rows.rejected() == 0
        ? taken + ", and none was rejected."
        : taken + "; " + Counted.of(rows.rejected(), "row") + " rejected.";
  }
}
