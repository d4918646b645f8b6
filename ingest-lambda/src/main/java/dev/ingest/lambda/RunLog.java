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
 * The one line that a run leaves in the log: a JSON object that says which object it was, how it
 * ended and what became of the rows. Problems are named by code and cell; what cells hold is never
 * in it.
 */
final class RunLog {

  /** The outcome of an object that is not an upload. */
  static final String IGNORED = "ignored";

  /** The outcome of an object that was replaced before it was read. */
  static final String SUPERSEDED = "superseded";

  private static final String FAILED = "failed";
  private static final int PROBLEMS_NAMED = 10;

  private final Context context;
  private final ObjectNode line = JsonNodeFactory.instance.objectNode();
  private final long start = System.nanoTime();

  /** Starts the clock. */
  RunLog(Context context, ObjectLocation at) {
    this.context = context;
    line.put("requestId", context.getAwsRequestId());
    line.put("bucket", at.bucket());
    line.put("key", at.key());
    if (at.version() != null) {
      line.put("versionId", at.version());
    }
  }

  void ignored() {
    write(IGNORED);
  }

  void superseded() {
    write(SUPERSEDED);
  }

  void ended(IngestReport report) {
    line.put("run", report.run());
    line.set("rows", rows(report.rows()));
    line.put("problemCount", report.problemCount());
    ArrayNode problems = line.putArray("problems");
    report.problems().stream()
        .limit(PROBLEMS_NAMED)
        .forEach(problem -> problems.add(named(problem)));
    write(report.outcome().label());
  }

  void failed(RuntimeException failure) {
    line.put("error", failure.getClass().getSimpleName());
    line.put("message", failure.getMessage());
    write(FAILED);
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

  private void write(String outcome) {
    line.put("outcome", outcome);
    line.put("millis", (System.nanoTime() - start) / 1_000_000);
    context.getLogger().log(line + "\n"); // the logger adds no line end
  }
}
