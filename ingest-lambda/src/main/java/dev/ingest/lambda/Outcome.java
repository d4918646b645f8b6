package dev.ingest.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.report.ReportJson;
import dev.ingest.report.RunFiles;
import dev.ingest.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * What came of one record of an event.
 *
 * @param verdict what is left to do about it
 * @param label one word or two, such as {@code loaded}
 * @param json for the answer: a report, or an object with the outcome and a message
 * @param brief for an answer that the whole would be too large for: the same without its lists
 * @param message why, or null where the label says all
 * @param failure what was thrown, or null where nothing was
 */
record Outcome(
    Verdict verdict,
    String label,
    String json,
    String brief,
    @Nullable String message,
    @Nullable RuntimeException failure) {

  /** The label of failures. */
  static final String FAILED = "failed";

  /** What is left to do. */
  enum Verdict {
    /** Nothing. */
    DONE,
    /** The sender of the file has something to correct; another try would end alike. */
    REFUSED,
    /** The sender of the event has something to correct; nobody knows what was meant. */
    MALFORMED,
    /** Whoever runs the function has something to correct; then another try may succeed. */
    FAILED,
    /** Another try may succeed. */
    RETRY;

    /** Returns whether the event must not be lost. */
    boolean goesBack() {
      return this == MALFORMED || this == FAILED || this == RETRY;
    }
  }

  /** A run that ended with a report. */
  static Outcome of(IngestReport report) {
    boolean refused = report.outcome() == IngestReport.Outcome.REFUSED;
    return new Outcome(
        refused ? Verdict.REFUSED : Verdict.DONE,
        report.outcome().label(),
        ReportJson.of(report),
        brief(report),
        null,
        null);
  }

  /** An object that was not read. */
  static Outcome unread(ObjectLocation at, Verdict verdict, String label, @Nullable String why) {
    String json = json(label, at, why);
    return new Outcome(verdict, label, json, json, why, null);
  }

  /** A record that names no object to read. */
  static Outcome of(Verdict verdict, String label, String why) {
    String json = json(label, null, why);
    return new Outcome(verdict, label, json, json, why, null);
  }

  /** An object whose run failed. */
  static Outcome failed(ObjectLocation at, Verdict verdict, RuntimeException failure) {
    String why = FunctionFailure.message(failure);
    String json = json(FAILED, at, why);
    return new Outcome(verdict, FAILED, json, json, why, failure);
  }

  private static String brief(IngestReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", report.run());
    json.put("pipeline", report.pipeline());
    json.put("outcome", report.outcome().label());
    json.put("file", report.file());
    json.put("key", report.key());
    json.put("accepted", report.rows().accepted());
    json.put("rejected", report.rows().rejected());
    json.put("problemCount", report.problemCount());
    for (IngestReport.RunFile file : report.files()) {
      if (file.name().equals(RunFiles.JSON)) {
        json.put("report", file.location());
      }
    }
    return json.toString();
  }

  private static String json(String label, @Nullable ObjectLocation at, @Nullable String why) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", label);
    if (at != null) {
      json.put("file", at.toString());
      json.put("key", at.key());
    }
    if (why != null) {
      json.put("message", why);
    }
    return json.toString();
  }
}
