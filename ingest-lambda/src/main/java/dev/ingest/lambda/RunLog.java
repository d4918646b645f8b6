package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.Problem;
import dev.ingest.store.ObjectLocation;

/**
 * The one line that a record of an event leaves in the log: a JSON object that says which object it
 * was, how it ended and what became of the rows. Problems are named by code and cell; what cells
 * hold is never in it.
 */
final class RunLog {

  private static final int PROBLEMS_NAMED = 10;

  private final Context context;
  private final ObjectNode line = JsonNodeFactory.instance.objectNode();
  private final long start = System.nanoTime();

  /** Starts the clock. */
  RunLog(Context context) {
    this.context = context;
    line.put("requestId", context.getAwsRequestId());
  }

  /** Says which object it is about. */
  RunLog about(ObjectLocation at) {
    line.put("bucket", at.bucket());
    line.put("key", at.key());
    if (at.version() != null) {
      line.put("versionId", at.version());
    }
    return this;
  }

  /** Writes the line of a run that gave a report. */
  Outcome ended(IngestReport report) {
    line.put("run", report.run());
    line.set("rows", rows(report.rows()));
    line.put("problemCount", report.problemCount());
    ArrayNode problems = line.putArray("problems");
    for (Problem problem : report.problems()) {
      if (problems.size() < PROBLEMS_NAMED) {
        problems.add(named(problem));
      }
    }
    return write(Outcome.of(report));
  }

  /** Writes the line of a record that gave none. */
  Outcome ended(Outcome outcome) {
    RuntimeException failure = outcome.failure();
    if (failure != null) {
      line.put("error", failure.getClass().getSimpleName());
    }
    if (outcome.message() != null) {
      line.put("message", outcome.message());
    }
    return write(outcome);
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

  private Outcome write(Outcome outcome) {
    line.put("outcome", outcome.label());
    line.put("millis", (System.nanoTime() - start) / 1_000_000);
    context.getLogger().log(line + "\n"); // the logger adds no line end
    return outcome;
  }
}
