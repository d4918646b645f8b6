package dev.ingest.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.lambda.Events;
import dev.ingest.lambda.event.Event.BatchJob;
import dev.ingest.lambda.event.Event.Message;
import dev.ingest.lambda.event.Notice.Arrival;
import dev.ingest.lambda.event.Notice.Malformed;
import dev.ingest.lambda.event.Notice.NoUpload;
import dev.ingest.store.ObjectLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way that an event can come. The key is one that each of them writes differently. */
class DoorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "ES/a b+c%20ü.xlsx";
  private static final String MESSAGE_OF_TOPIC = "95df01b4-ee98-5cb9-9903-4c221d41eb5e";
  private static final Arrival FROM_S3 = arrival("0055AED6DCD90281E5");
  private static final Arrival FROM_BRIDGE = arrival("617f08299329d189");
  private static final Arrival UNORDERED = arrival(null);

  @Test
  void s3ItselfSendsRecords() throws Exception {
    assertThat(read(Events.created("inbox", KEY)))
        .isEqualTo(event(Door.S3, message(null, FROM_S3)));
  }

  @Test
  void severalRecordsKeepTheirOrderAndStandTogether() throws Exception {
    String event =
        Events.s3(
            Events.record("ObjectCreated:Put", "inbox", KEY),
            Events.record("ObjectRemoved:Delete", "inbox", KEY),
            "{}",
            Events.record("ObjectCreated:Copy", "other", "a"));

    assertThat(read(event))
        .isEqualTo(
            event(
                Door.S3,
                message(
                    null,
                    FROM_S3,
                    new NoUpload("ObjectRemoved:Delete s3://inbox/" + KEY),
                    new Malformed(
                        "event: Records[2].eventSource: expected text, found none; let the bucket's notifications come here as S3 sends them"),
                    new Arrival(new ObjectLocation("other", "a"), "0055AED6DCD90281E5"))));
  }

  @Test
  void aQueueHandsOnWhatS3Sends() throws Exception {
    assertThat(read(Events.queue(Events.created("inbox", KEY), Events.test("inbox"))))
        .isEqualTo(
            event(Door.SQS, message("m1", FROM_S3), message("m2", new NoUpload("s3:TestEvent"))));
  }

  @Test
  void aQueueHandsOnWhatATopicSends() throws Exception {
    String wrapped = Events.notification(Events.created("inbox", KEY));
    String raw = Events.created("inbox", KEY);

    assertThat(read(Events.queue(wrapped, raw)))
        .isEqualTo(event(Door.SQS, message("m1", FROM_S3), message("m2", FROM_S3)));
  }

  @Test
  void aQueueHandsOnWhatEventBridgeSends() throws Exception {
    String bridge = Events.bridge("Object Created", "inbox", KEY);

    assertThat(read(Events.queue(bridge, Events.notification(bridge))))
        .isEqualTo(event(Door.SQS, message("m1", FROM_BRIDGE), message("m2", FROM_BRIDGE)));
  }

  @Test
  void aQueueHandsOnWhatAPersonSends() throws Exception {
    assertThat(read(Events.queue(Events.call("inbox", KEY))))
        .isEqualTo(event(Door.SQS, message("m1", UNORDERED)));
  }

  @Test
  void aMessageThatMakesNoSenseIsAloneInThat() throws Exception {
    String event = Events.queue("<xml/>", Events.created("inbox", KEY), "{\"a\": 1}", "{} x");

    List<Message> messages = read(event).messages();

    assertThat(messages).extracting(Message::id).containsExactly("m1", "m2", "m3", "m4");
    assertThat(messages.get(1)).isEqualTo(message("m2", FROM_S3));
    assertThat(malformed(messages.get(0)))
        .startsWith("event: Records[0].body: expected JSON, found something else (")
        .endsWith("); let the messages come here as they are sent, not transformed");
    assertThat(malformed(messages.get(2)))
        .isEqualTo(
            "event: Records[2].body: expected an event of S3, SQS, SNS, EventBridge or S3 Batch Operations, or {\"bucket\": …, \"key\": …}, found none of these; see the table of doors");
    assertThat(malformed(messages.get(3)))
        .startsWith("event: Records[3].body: expected JSON, found something else (");
  }

  @Test
  void aMessageWithoutABodyIsMalformed() throws Exception {
    String event = "{\"Records\": [{\"eventSource\": \"aws:sqs\", \"messageId\": \"m1\"}]}";

    assertThat(malformed(read(event).messages().get(0)))
        .isEqualTo(
            "event: Records[0].body: expected text, found none; let the messages come here as they are sent, not transformed");
  }

  @Test
  void whatIsNoMessageOfTheQueueIsMalformed() throws Exception {
    String event =
        Events.s3(
            "{\"eventSource\": \"aws:sqs\", \"messageId\": \"m1\", \"body\": %s}"
                .formatted(Events.quoted(Events.created("inbox", KEY))),
            Events.record("ObjectCreated:Put", "inbox", KEY));

    assertThat(read(event).messages())
        .containsExactly(
            message("m1", FROM_S3),
            message(
                null,
                new Malformed(
                    "event: Records[1].eventSource: expected \"aws:sqs\", found \"aws:s3\"; let the messages come here as they are sent, not transformed")));
  }

  @Test
  void aTopicCallsTheFunction() throws Exception {
    assertThat(read(Events.topic(Events.created("inbox", KEY))))
        .isEqualTo(event(Door.SNS, message(MESSAGE_OF_TOPIC, FROM_S3)));
    assertThat(read(Events.topic(Events.bridge("Object Created", "inbox", KEY))))
        .isEqualTo(event(Door.SNS, message(MESSAGE_OF_TOPIC, FROM_BRIDGE)));
  }

  @Test
  void anEnvelopeIsOpenedTwiceAndNoMore() throws Exception {
    String twice = Events.notification(Events.notification(Events.created("inbox", KEY)));

    assertThat(malformed(read(Events.queue(twice)).messages().get(0)))
        .startsWith("event: Records[0].body.Message: expected an event of S3, ");
  }

  @Test
  void eventBridgeWritesKeysAsTheyAre() throws Exception {
    assertThat(read(Events.bridge("Object Created", "inbox", KEY)))
        .isEqualTo(event(Door.EVENT_BRIDGE, message(null, FROM_BRIDGE)));
  }

  @Test
  void eventBridgeHasNamesOfItsOwnForVersionAndTag() throws Exception {
    String event = Events.bridge("Object Created", "inbox", "a");
    String tagged = event.replace("\"size\": 5", "\"etag\": \"b1946a\"");
    String versioned = tagged.replace("\"etag\"", "\"version-id\": \"v1\", \"etag\"");

    assertThat(arrivals(tagged))
        .containsExactly(new ObjectLocation("inbox", "a").withEntityTag("b1946a"));
    assertThat(arrivals(versioned)).containsExactly(new ObjectLocation("inbox", "a", "v1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object Deleted", "Object Tags Added", "Object Restore Completed"})
  void otherEventsOfEventBridgeAreNoUploads(String kind) throws Exception {
    assertThat(read(Events.bridge(kind, "inbox", KEY)))
        .isEqualTo(
            event(Door.EVENT_BRIDGE, message(null, new NoUpload(kind + " s3://inbox/" + KEY))));
  }

  @Test
  void anEventOfAnotherServiceIsMalformed() throws Exception {
    String event = Events.bridge("Object Created", "inbox", KEY).replace("aws.s3", "aws.ec2");

    assertThat(read(event))
        .isEqualTo(
            event(
                Door.EVENT_BRIDGE,
                message(
                    null,
                    new Malformed(
                        "event: source: expected \"aws.s3\", found \"aws.ec2\"; let the rule hand on S3's events as they are"))));
  }

  @Test
  void aJobHasATaskForEachObject() throws Exception {
    assertThat(read(Events.batch("inbox", KEY, "b")))
        .isEqualTo(
            new Event(
                Door.BATCH_OPERATIONS,
                List.of(
                    message("t1", UNORDERED),
                    message("t2", new Arrival(new ObjectLocation("inbox", "b"), null))),
                new BatchJob("1.0", "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo")));
    assertThat(read(Events.secondBatch("inbox", KEY)))
        .isEqualTo(
            new Event(
                Door.BATCH_OPERATIONS,
                List.of(message("t1", UNORDERED)),
                new BatchJob("2.0", "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo")));
  }

  @Test
  void aTaskMayNameAVersion() throws Exception {
    String event = Events.batch("inbox", "a").replace("null", "\"v1\"");

    assertThat(arrivals(event)).containsExactly(new ObjectLocation("inbox", "a", "v1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:s3:::inbox", "arn:aws:s3:us-east-1:0123456788:inbox", "inbox"})
  void anArnEndsWithTheBucket(String arn) throws Exception {
    String event = Events.batch("inbox", "a").replace("arn:aws:s3:::inbox", arn);

    assertThat(arrivals(event)).containsExactly(new ObjectLocation("inbox", "a"));
  }

  @Test
  void aTaskThatMakesNoSenseIsAloneInThat() throws Exception {
    String event = Events.batch("inbox", "a", "b").replace("\"s3Key\": \"a\"", "\"s3Key\": \"%\"");

    assertThat(read(event).messages())
        .containsExactly(
            message(
                "t1",
                new Malformed(
                    "event: tasks[0].s3Key: expected a form-encoded key, found \"%\"; let the job's schema be 1.0 or 2.0")),
            message("t2", new Arrival(new ObjectLocation("inbox", "b"), null)));
  }

  @Test
  void aBatchOfADistributedMapMayNameTheBucketForAll() throws Exception {
    assertThat(read(Events.items("inbox", KEY)))
        .isEqualTo(event(Door.CALL, message(null, UNORDERED)));
  }

  @Test
  void aFolderIsNoUpload() throws Exception {
    assertThat(read(Events.items("inbox", "ES/")))
        .isEqualTo(event(Door.CALL, message(null, new NoUpload("a folder s3://inbox/ES/"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'bucket': 'inbox', 'key': 'a%20b+c'}                       | a%20b+c",
        "{'bucket': 'inbox', 'key': 'a', 'more': {}}                 | a",
        "{'Bucket': 'inbox', 'Key': 'a'}                             | a",
        "'s3://inbox/a%20b/c'                                        | a%20b/c",
        "['s3://inbox/a']                                            | a",
        "[{'bucket': 'inbox', 'key': 'a'}]                           | a",
        "{'Items': [{'bucket': 'inbox', 'key': 'a'}]}                | a",
        "{'Items': ['s3://inbox/a']}                                 | a",
        "{'BatchInput': {'Bucket': 'other'}, 'Items': [{'Bucket': 'inbox', 'Key': 'a'}]} | a",
      })
  void aCallNamesObjectsInSeveralWays(String call, String key) throws Exception {
    assertThat(read(call.replace('\'', '"')))
        .isEqualTo(
            event(Door.CALL, message(null, new Arrival(new ObjectLocation("inbox", key), null))));
  }

  @Test
  void aCallMayNameTheVeryObject() throws Exception {
    assertThat(arrivals("{\"bucket\": \"inbox\", \"key\": \"a\", \"versionId\": \"v1\"}"))
        .containsExactly(new ObjectLocation("inbox", "a", "v1"));
    assertThat(
            arrivals(
                "{\"Items\": [{\"Bucket\": \"inbox\", \"Key\": \"a\", \"Etag\": \"\\\"b1\\\"\"}]}"))
        .containsExactly(new ObjectLocation("inbox", "a").withEntityTag("b1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[{}] | event: [0].bucket: expected text, found none; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
        "{'Items': [{'Key': 'a'}]} | event: Items[0].bucket: expected text, found none; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
        "{'bucket': 'inbox', 'key': 5} | event: key: expected text, found none; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
        "['inbox/a'] | event: [0]: expected s3://bucket/key, found \"inbox/a\"; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
        "'s3://inbox' | event: expected s3://bucket/key, found \"s3://inbox\"; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
        "'s3://in box/a' | event: bucket: expected 2 to 63 letters, digits, dots and dashes, found \"in box\"",
        "[7] | event: [0].bucket: expected text, found none; send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"",
      })
  void aCallThatMakesNoSenseSaysWhy(String call, String message) throws Exception {
    assertThat(read(call.replace('\'', '"')))
        .isEqualTo(event(Door.CALL, message(null, new Malformed(message))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"Items\": []}"})
  void aListWithoutObjectsSaysNothing(String call) throws Exception {
    assertThat(read(call))
        .isEqualTo(event(Door.CALL, message(null, new NoUpload("a list without objects"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "\"text\"", "null", "7", "true", "{\"Records\": {}}", "{\"Event\": 1}"})
  void anEventOfNoKnownDoorIsMalformed(String event) throws Exception {
    assertThat(read(event))
        .isEqualTo(
            event(
                Door.UNKNOWN,
                message(
                    null,
                    new Malformed(
                        "event: expected an event of S3, SQS, SNS, EventBridge or S3 Batch Operations, or {\"bucket\": …, \"key\": …}, found none of these; see the table of doors"))));
  }

  private static Arrival arrival(String sequencer) {
    return new Arrival(new ObjectLocation("inbox", KEY), sequencer);
  }

  private static Event event(Door door, Message... messages) {
    return new Event(door, List.of(messages), null);
  }

  private static Message message(String id, Notice... notices) {
    return new Message(id, List.of(notices));
  }

  private static String malformed(Message message) {
    assertThat(message.notices()).hasSize(1);
    return ((Malformed) message.notices().get(0)).message();
  }

  private static List<ObjectLocation> arrivals(String event) throws Exception {
    return read(event).messages().stream()
        .flatMap(message -> message.notices().stream())
        .map(notice -> ((Arrival) notice).at())
        .toList();
  }

  private static Event read(String event) throws Exception {
    return EventReader.read(JSON.readTree(event));
  }
}
