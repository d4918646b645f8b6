package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.Problem;
import dev.ingest.store.ObjectLocation;
import java.util.List;

/**
 * The one line that a record of an event leaves in the log: a JSON object that says which object it
 * was, how it ended and what became of the rows. Problems are named by code and cell; what cells
 * hold is never in it.
 */
final class RunLog {

  private static final int PROBLEMS_NAMED = 10;

  private RunLog() {}

  /**
   * Writes the line.
   *
   * @param millis that it took in all
   * @param untold whom the outcome could not be told, and why
   */
  static void write(Context context, Outcome outcome, long millis, List<String> untold) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("requestId", context.getAwsRequestId());
    ObjectLocation at = outcome.at();
    if (at != null) {
      putObject(line, at);
    }
    IngestReport report = outcome.report();
    if (report != null) {
      putReport(line, report);
    }
    RuntimeException failure = outcome.failure();
    if (failure != null) {
      line.put("error", failure.getClass().getSimpleName());
    }
    if (outcome.message() != null) {
      line.put("message", outcome.message());
    }
    if (!untold.isEmpty()) {
      ArrayNode array = line.putArray("untold");
      for (String why : untold) {
        array.add(why);
      }
    }
    line.put("outcome", outcome.label());
    line.put("millis", millis);
    context.getLogger().log(line + "\n"); // the logger adds no line end
  }

  private static void putObject(ObjectNode line, ObjectLocation at) {
    line.put("bucket", at.bucket());
    line.put("key", at.key());
    if (at.version() != null) {
      line.put("versionId", at.version());
    }
  }

  private static void putReport(ObjectNode line, IngestReport report) {
    line.put("run", report.run());
    line.put("pipeline", report.pipeline());
    line.set("rows", rows(report.rows()));
    line.put("problemCount", report.problemCount());
    ArrayNode problems = line.putArray("problems");
    for (Problem problem : report.problems()) {
      if (problems.size() < PROBLEMS_NAMED) {
        problems.add(named(problem));
      }
    }
    if (!report.warnings().isEmpty()) {
      line.put("warningCount", report.warnings().size());
    }
  }

  private static ObjectNode rows(RowCounts rows) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("physical", rows.physical());
    json.put("header", rows.header());
    json.put("skipped", rows.skippedRows());
    json.put("blank", rows.blank());
    json.put("filtered", rows.filteredRows());
    json.put("rejected", rows.rejected());
    json.put("accepted", rows.accepted());
    return json;
  }

  private static String named(Problem problem) {
    return problem.cell() == null
        ? problem.code().name()
        : problem.code().name() + " " + problem.cell();
  }
}
