package dev.ingest.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Event;
import dev.ingest.lambda.event.Event.BatchJob;
import dev.ingest.lambda.event.Event.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What goes back by the door that the event came in by. Used by one thread, for one event. */
final class Answer {

  /** More than this is cut off by the report of a job. */
  private static final int LONGEST_RESULT = 1000;

  /** A state machine takes 256 KiB as the result of a step, a caller of the function 6 MB. */
  private static final int MOST_CHARACTERS = 200_000;

  private final Event event;
  private final List<List<Outcome>> outcomes = new ArrayList<>();

  Answer(Event event) {
    this.event = event;
  }

  /** Takes what came of the records of the event's next message. */
  void add(List<Outcome> ofMessage) {
    outcomes.add(List.copyOf(ofMessage));
  }

  /**
   * Returns the answer when all messages have their outcomes.
   *
   * @throws FunctionFailure if something must come again, and an error is how the door is told
   */
  ObjectNode json() {
    return switch (event.door()) {
      case SQS -> failures();
      case BATCH_OPERATIONS -> tasks(Objects.requireNonNull(event.job()));
      case CALL -> results(false);
      case S3, SNS, EVENT_BRIDGE, UNKNOWN -> results(true);
    };
  }

  /** A message without an id cannot be told from the others: then all must come again. */
  private ObjectNode failures() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    for (int i = 0; i < outcomes.size(); i++) {
      Message message = event.messages().get(i);
      if (goesBack(outcomes.get(i))) {
        if (message.id() == null) {
          throw FunctionFailure.of(goingBack(true), records());
        }
        failures.addObject().put("itemIdentifier", message.id());
      }
    }
    return answer;
  }

  private ObjectNode tasks(BatchJob job) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("invocationSchemaVersion", job.schemaVersion());
    answer.put("treatMissingKeysAs", "PermanentFailure");
    answer.put("invocationId", job.invocationId());
    ArrayNode results = answer.putArray("results");
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i).get(0); // a task is one object
      ObjectNode result = results.addObject();
      result.put("taskId", event.messages().get(i).id());
      result.put("resultCode", code(outcome.verdict()));
      result.put("resultString", text(outcome));
    }
    return answer;
  }

  private static String code(Verdict verdict) {
    return switch (verdict) {
      case DONE -> "Succeeded";
      case RETRY -> "TemporaryFailure";
      case REFUSED, MALFORMED, FAILED -> "PermanentFailure";
    };
  }

  private static String text(Outcome outcome) {
    String text =
        outcome.message() == null ? outcome.label() : outcome.label() + ": " + outcome.message();
    return text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT);
  }

  /**
   * Returns all outcomes in the order of the records.
   *
   * @param unread whether nobody reads the answer, so that a malformed record is an error, too
   */
  private ObjectNode results(boolean unread) {
    List<Outcome> back = goingBack(unread);
    if (!back.isEmpty()) {
      throw FunctionFailure.of(back, records());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("results");
    for (String text : texts()) {
      results.addRawValue(new RawValue(text));
    }
    return answer;
  }

  /** Returns what came of each record: in full, or briefly where that would be too much. */
  private List<String> texts() {
    List<String> full = new ArrayList<>();
    List<String> brief = new ArrayList<>();
    long characters = 0;
    for (List<Outcome> message : outcomes) {
      for (Outcome outcome : message) {
        String text = outcome.json();
        characters += text.length();
        full.add(text);
        brief.add(outcome.brief());
      }
    }
    return characters > MOST_CHARACTERS ? brief : full;
  }

  private static boolean goesBack(List<Outcome> message) {
    for (Outcome outcome : message) {
      if (outcome.verdict().goesBack()) {
        return true;
      }
    }
    return false;
  }

  private List<Outcome> goingBack(boolean malformedToo) {
    List<Outcome> back = new ArrayList<>();
    for (List<Outcome> message : outcomes) {
      for (Outcome outcome : message) {
        boolean malformed = outcome.verdict() == Verdict.MALFORMED;
        if (outcome.verdict().goesBack() && (malformedToo || !malformed)) {
          back.add(outcome);
        }
      }
    }
    return back;
  }

  private int records() {
    int records = 0;
    for (List<Outcome> message : outcomes) {
      records += message.size();
    }
    return records;
  }
}
