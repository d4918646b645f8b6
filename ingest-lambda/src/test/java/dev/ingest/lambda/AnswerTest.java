package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Event;
import dev.ingest.lambda.event.EventReader;
import dev.ingest.store.ObjectLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each door is told when one of its records went well and another did not. */
class AnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Outcome DONE = Outcome.of(Verdict.DONE, "ignored", "nothing");
  private static final Outcome REFUSED = Outcome.of(Verdict.REFUSED, "refused", "cells");
  private static final Outcome MALFORMED = Outcome.of(Verdict.MALFORMED, "malformed", "fields");
  private static final Outcome FAILED = Outcome.of(Verdict.FAILED, "failed", "rights");
  private static final Outcome RETRY = Outcome.of(Verdict.RETRY, "failed", "network");

  @Test
  void aQueueIsToldTheMessagesThatMustComeAgain() throws Exception {
    Answer answer = answer(Events.queue("1", "2", "3", "4", "5"));
    add(answer, DONE, REFUSED, MALFORMED, FAILED, RETRY);

    assertThat(answer.json())
        .hasToString(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m3\"},{\"itemIdentifier\":\"m4\"},{\"itemIdentifier\":\"m5\"}]}");
  }

  @Test
  void aQueueIsToldNothingWhereAllWentWell() throws Exception {
    Answer answer = answer(Events.queue("1"));
    add(answer, DONE);

    assertThat(answer.json()).hasToString("{\"batchItemFailures\":[]}");
  }

  @Test
  void aMessageFailsWithAnyOfItsRecords() throws Exception {
    Answer answer = answer(Events.queue("1", "2"));
    answer.add(List.of(DONE, RETRY));
    answer.add(List.of(DONE, REFUSED));

    assertThat(answer.json()).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
  }

  /** An answer with an id that is missing would be taken for an answer without failures. */
  @Test
  void aFailedMessageWithoutAnIdFailsThemAll() throws Exception {
    Answer answer = answer(Events.queue("1", "2").replace("\"messageId\": \"m2\",", ""));
    add(answer, DONE, RETRY);

    assertThatThrownBy(answer::json)
        .isInstanceOf(FunctionFailure.class)
        .hasMessage("1 of 2 records must come again; the first: network");
  }

  @Test
  void aJobIsToldAResultForEachTask() throws Exception {
    Answer answer = answer(Events.secondBatch("inbox", "1", "2", "3", "4", "5"));
    add(answer, DONE, REFUSED, MALFORMED, FAILED, RETRY);

    assertThat(answer.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"invocationSchemaVersion": "2.0", "treatMissingKeysAs": "PermanentFailure",
                 "invocationId": "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
                 "results": [
                   {"taskId": "t1", "resultCode": "Succeeded", "resultString": "ignored: nothing"},
                   {"taskId": "t2", "resultCode": "PermanentFailure", "resultString": "refused: cells"},
                   {"taskId": "t3", "resultCode": "PermanentFailure", "resultString": "malformed: fields"},
                   {"taskId": "t4", "resultCode": "PermanentFailure", "resultString": "failed: rights"},
                   {"taskId": "t5", "resultCode": "TemporaryFailure", "resultString": "failed: network"}]}
                """));
  }

  @Test
  void aLongResultOfATaskIsCutOff() throws Exception {
    Answer answer = answer(Events.batch("inbox", "1"));
    add(answer, Outcome.of(Verdict.REFUSED, "refused", "x".repeat(2000)));

    assertThat(answer.json().at("/results/0/resultString").asText()).hasSize(1000);
  }

  @Test
  void aCallerReadsAllOutcomes() throws Exception {
    Answer answer = answer("[\"s3://inbox/1\", \"s3://inbox/2\", 3]");
    answer.add(List.of(DONE, REFUSED, MALFORMED));

    assertThat(JSON.readTree(answer.json().toString()))
        .isEqualTo(
            JSON.readTree(
                """
                {"results": [{"outcome": "ignored", "message": "nothing"},
                             {"outcome": "refused", "message": "cells"},
                             {"outcome": "malformed", "message": "fields"}]}
                """));
  }

  @Test
  void aCallerHearsOfWhatMayStillSucceedAsAnError() throws Exception {
    Answer answer = answer("[\"s3://inbox/1\", \"s3://inbox/2\", 3]");
    answer.add(List.of(MALFORMED, RETRY, FAILED));

    assertThatThrownBy(answer::json)
        .isInstanceOf(FunctionFailure.class)
        .hasMessage("2 of 3 records must come again; the first: network");
  }

  /** Nobody reads the answer to S3, so what nobody understood must not end as a success. */
  @Test
  void aMalformedRecordOfS3IsAnError() throws Exception {
    Answer answer = answer(Events.created("inbox", "a"));
    add(answer, MALFORMED);

    assertThatThrownBy(answer::json).isInstanceOf(FunctionFailure.class).hasMessage("fields");
  }

  @Test
  void whatIsTooLongForAStateMachineIsSaidBriefly() throws Exception {
    Outcome refused =
        Outcome.unread(
            new ObjectLocation("inbox", "1"), Verdict.REFUSED, "refused", "x".repeat(150_000));
    Answer one = answer("[\"s3://inbox/1\"]");
    one.add(List.of(refused));
    Answer two = answer("[\"s3://inbox/1\", \"s3://inbox/2\"]");
    two.add(List.of(refused, DONE));
    two.add(List.of(refused));

    assertThat(one.json().toString()).contains("x".repeat(150_000));
    String brief = "{\"outcome\":\"refused\",\"file\":\"s3://inbox/1\",\"key\":\"1\"}";
    assertThat(two.json())
        .hasToString("{\"results\":[%s,{\"outcome\":\"ignored\"},%s]}".formatted(brief, brief));
  }

  private static void add(Answer answer, Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      answer.add(List.of(outcome));
    }
  }

  private static Answer answer(String event) throws Exception {
    Event read = EventReader.read(JSON.readTree(event));
    return new Answer(read);
  }
}
