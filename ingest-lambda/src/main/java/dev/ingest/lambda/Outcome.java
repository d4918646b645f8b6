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
 * @param at the object, or null where the record names none
 * @param report of the run, or null where there was none, or it failed
 * @param message why, or null where the report says it
 * @param failure what was thrown, or null where nothing was
 */
record Outcome(
    Verdict verdict,
    String label,
    @Nullable ObjectLocation at,
    @Nullable IngestReport report,
    @Nullable String message,
    @Nullable RuntimeException failure) {

  /** The label of what is no upload. */
  static final String IGNORED = "ignored";

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
  static Outcome of(ObjectLocation at, IngestReport report) {
    boolean refused = report.outcome() == IngestReport.Outcome.REFUSED;
    return new Outcome(
        refused ? Verdict.REFUSED : Verdict.DONE, report.outcome().label(), at, report, null, null);
  }

  /** An object that was not read. */
  static Outcome unread(ObjectLocation at, Verdict verdict, String label, String why) {
    return new Outcome(verdict, label, at, null, why, null);
  }

  /** A record that names no object to read. */
  static Outcome of(Verdict verdict, String label, String why) {
    return new Outcome(verdict, label, null, null, why, null);
  }

  /** An object whose run failed. */
  static Outcome failed(
      ObjectLocation at, Verdict verdict, String label, RuntimeException failure) {
    return new Outcome(verdict, label, at, null, FunctionFailure.message(failure), failure);
  }

  /** Returns all of it for an answer: a report, or an object with the outcome and a message. */
  String json() {
    if (report != null) {
      return ReportJson.of(report);
    }
    ObjectNode json = named();
    if (message != null) {
      json.put("message", message);
    }
    return json.toString();
  }

  /** Returns it for an answer that the whole would be too large for. */
  String brief() {
    ObjectNode json = named();
    if (report != null) {
      json.put("run", report.run());
      json.put("pipeline", report.pipeline());
      json.put("accepted", report.rows().accepted());
      json.put("rejected", report.rows().rejected());
      json.put("problemCount", report.problemCount());
      String file = file(RunFiles.JSON);
      if (file != null) {
        json.put("report", file);
      }
    }
    return json.toString();
  }

  /** Returns where a file about the run is, for people, or null if there is none. */
  @Nullable String file(String name) {
    if (report != null) {
      for (IngestReport.RunFile file : report.files()) {
        if (file.name().equals(name)) {
          return file.location();
        }
      }
    }
    return null;
  }

  private ObjectNode named() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", label);
    if (at != null) {
      json.put("file", at.toString());
      json.put("key", at.key());
    }
    return json;
  }
}
