package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.testkit.doubles.RuntimeApi.Outcome;
import dev.ingest.testkit.doubles.RuntimeApi.Result;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged function leaves behind: files, metrics, notices; and how it minds its time. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client has native code for Linux only")
class ResultsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET_CELL = "a cell that nobody may tell";

  @TempDir static Path function;

  private final NoticeServer notices = new NoticeServer();
  private FunctionStage stage;

  @BeforeAll
  static void unpack() throws Exception {
    FunctionZip.unpack(function);
  }

  @BeforeEach
  void prepare() throws Exception {
    stage = new FunctionStage(function);
    stage.s3.put("inbox", "ES/bad.xlsx", bad());
    stage.start(
        Map.of(
            "INGEST_NOTIFY_TOPIC",
            "arn:aws:sns:eu-west-1:123456789012:runs",
            "INGEST_NOTIFY_BUS",
            "runs",
            "AWS_ENDPOINT_URL_SNS",
            notices.endpoint(),
            "AWS_ENDPOINT_URL_EVENTBRIDGE",
            notices.endpoint()));
  }

  @AfterEach
  void close() {
    stage.close();
    notices.close();
  }

  @Test
  void theFilesOfARunStandBesideTheOutput() throws Exception {
    JsonNode result = stage.load("ES/bad.xlsx");

    String folder = "results/ES/" + result.path("run").asText() + "/";
    assertThat(stage.s3.objects("outbox"))
        .containsExactlyInAnyOrder(
            folder + "annotated.xlsx",
            folder + "rejects.jsonl",
            folder + "report.html",
            folder + "report.json");
    assertThat(JSON.readTree(stage.s3.get("outbox", folder + "report.json"))).isEqualTo(result);
    assertThat(new String(stage.s3.get("outbox", folder + "rejects.jsonl"), UTF_8))
        .contains("\"NOT_A_DATE\"");
    assertThat(stage.metadata("outbox", folder + "report.html"))
        .containsEntry("ingest-outcome", "refused");
  }

  /** Copied from bucket to bucket it keeps its metadata, and nothing was corrected. */
  @Test
  void theAnnotatedWorkbookIsNoUploadByItself() throws Exception {
    JsonNode result = stage.load("ES/bad.xlsx");
    String key = "results/ES/" + result.path("run").asText() + "/annotated.xlsx";
    stage.copy("outbox", key, "inbox", "ES/annotated.xlsx");

    JsonNode again = stage.load("ES/annotated.xlsx");

    assertThat(again.path("outcome").asText()).isEqualTo("ignored");
    assertThat(again.path("message").asText())
        .isEqualTo(
            "s3://inbox/ES/annotated.xlsx: expected an upload, found an object that a run has written, by its metadata; correct it and send it anew");
  }

  @Test
  void theOutcomeIsCountedAndToldWithoutWhatCellsHold() throws Exception {
    stage.load("ES/bad.xlsx");

    List<JsonNode> metrics = stage.lines("{\"_aws\"");
    assertThat(metrics).hasSize(1);
    assertThat(metrics.get(0).path("Outcome").asText()).isEqualTo("refused");
    assertThat(metrics.get(0).path("RowsRejected").asLong()).isEqualTo(1);
    assertThat(notices.published()).hasSize(1);
    assertThat(notices.published().get(0)).contains("Subject=refused%3A+ES%2Fbad.xlsx");
    assertThat(notices.events()).hasSize(1);
    JsonNode entry = notices.events().get(0).at("/Entries/0");
    assertThat(entry.path("EventBusName").asText()).isEqualTo("runs");
    assertThat(entry.path("DetailType").asText()).isEqualTo("Run Ended");
    JsonNode detail = JSON.readTree(entry.path("Detail").asText());
    assertThat(detail.path("outcome").asText()).isEqualTo("refused");
    assertThat(detail.path("report").asText()).endsWith("/report.html");
    assertThat(stage.output()).doesNotContain(SECRET_CELL);
    assertThat(notices.published().get(0) + entry).doesNotContain(SECRET_CELL);
  }

  @Test
  void whoCannotBeToldIsSaidInTheLog() throws Exception {
    notices.refuse();

    assertThat(stage.load(FunctionStage.KEY).path("outcome").asText()).isEqualTo("loaded");
    assertThat(stage.log().get(0).path("untold")).hasSize(2);
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  @Test
  void withoutTimeNothingIsBegunAndTheNextTryLoads() throws Exception {
    String event = Events.queue(Events.created("inbox", FunctionStage.KEY));

    Result late = stage.invoke(event, 3_000);
    assertThat(late.outcome()).isEqualTo(Outcome.RESPONSE);
    assertThat(late.body()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(stage.s3.objects("outbox")).isEmpty();
    assertThat(stage.answer(event)).hasToString("{\"batchItemFailures\":[]}");

    assertThat(stage.outcomes()).containsExactly("out of time", "loaded");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  private static byte[] bad() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("location", "metric", "value", "date")
        .row("UK", "metric1", 1, LocalDate.of(2020, 2, 1))
        .row("UK", "metric1", 1, SECRET_CELL)
        .bytes();
  }
}
