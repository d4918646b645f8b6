package dev.ingest.lambda.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.lambda.event.Event.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out by which door an event came, and what it says. Reads any JSON and never fails: a record
 * that makes no sense is a {@link Notice.Malformed} among the others.
 */
public final class EventReader {

  /** What follows a document would be lost. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String QUEUE = "aws:sqs";
  private static final String TOPIC = "aws:sns";
  private static final String HINT = "let the messages come here as they are sent, not transformed";

  private EventReader() {}

  /** Reads an event. */
  public static Event read(JsonNode json) {
    Part event = new Part("", json, HINT);
    JsonNode first = json.path("Records").path(0);
    if (BatchTasks.isOne(event)) {
      return BatchTasks.read(event);
    } else if (QUEUE.equals(first.path("eventSource").textValue())) {
      return queue(event);
    } else if (TOPIC.equals(first.path("EventSource").textValue())) {
      return topic(event);
    } else if (isS3(event)) {
      return Event.of(Door.S3, S3Records.read(event));
    } else if (BridgeEvent.isOne(event)) {
      return Event.of(Door.EVENT_BRIDGE, BridgeEvent.read(event));
    } else if (Call.isOne(event)) {
      return Event.of(Door.CALL, Call.read(event));
    }
    return Event.of(Door.UNKNOWN, List.of(unknown(event)));
  }

  private static boolean isS3(Part event) {
    return event.node().path("Records").isArray() || S3Records.isTest(event);
  }

  private static Event queue(Part event) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < event.node().path("Records").size(); i++) {
      Part record = event.element("Records", i);
      messages.add(
          new Message(
              record.optional("messageId"),
              envelope(record, "eventSource", QUEUE, record, "body")));
    }
    return new Event(Door.SQS, messages, null);
  }

  private static Event topic(Part event) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < event.node().path("Records").size(); i++) {
      Part record = event.element("Records", i);
      Part sns = record.part("Sns");
      messages.add(
          new Message(
              sns.optional("MessageId"), envelope(record, "EventSource", TOPIC, sns, "Message")));
    }
    return new Event(Door.SNS, messages, null);
  }

  private static List<Notice> envelope(
      Part record, String sourceField, String source, Part content, String field) {
    try {
      if (!record.says(sourceField, source)) {
        throw record.refused(sourceField, "\"" + source + "\"", record.optional(sourceField));
      }
      return content(document(content, field), true);
    } catch (MalformedException malformed) {
      return List.of(malformed.notice());
    }
  }

  /**
   * Reads what stands in an envelope.
   *
   * @param outermost whether it may be an envelope itself: a topic's notification in a queue
   */
  private static List<Notice> content(Part body, boolean outermost) throws MalformedException {
    if (outermost && body.says("Type", "Notification")) {
      return content(document(body, "Message"), false);
    } else if (isS3(body)) {
      return S3Records.read(body);
    } else if (BridgeEvent.isOne(body)) {
      return BridgeEvent.read(body);
    } else if (Call.isOne(body)) {
      return Call.read(body);
    }
    return List.of(unknown(body));
  }

  private static Part document(Part envelope, String field) throws MalformedException {
    String text = envelope.text(field);
    Part place = envelope.part(field);
    try {
      return new Part(place.path(), JSON.readTree(text), HINT);
    } catch (JsonProcessingException notJson) {
      throw new MalformedException(
          "event: %s: expected JSON, found something else (%s); %s"
              .formatted(place.path(), notJson.getOriginalMessage(), HINT));
    }
  }

  private static Notice unknown(Part event) {
    return new Notice.Malformed(
        "event: %sexpected an event of S3, SQS, SNS, EventBridge or S3 Batch Operations, or {\"bucket\": …, \"key\": …}, found none of these; see the table of doors"
            .formatted(event.path().isEmpty() ? "" : event.path() + ": "));
  }
}
