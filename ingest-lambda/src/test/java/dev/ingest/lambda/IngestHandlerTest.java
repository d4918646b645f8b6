package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.format.RowFormat;
import dev.ingest.lambda.notice.Announcement;
import dev.ingest.lambda.notice.Announcer;
import dev.ingest.load.BegunLoad;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableLoader;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestHandlerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESULTS = "results/{label}/{run}/{name}";
  private static final String SECRET_CELL = "top secret cell";

  @TempDir Path root;
  private final TestContext context = new TestContext();
  private final List<LoadRequest> loads = new ArrayList<>();
  private final List<String> announced = new ArrayList<>();
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private List<String> inputBuckets = List.of();
  private Announcer announcer = new Kept(announced);

  private record Kept(List<String> announced) implements Announcer {

    @Override
    public String name() {
      return "the test";
    }

    @Override
    public void tell(Announcement announcement) {
      announced.add(announcement.json());
    }
  }

  @Test
  void aWorkbookIsLoadedAndReported() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    JsonNode answer = invoke(Events.created("inbox", "ES/metrics.xlsx"));

    assertThat(answer.path("results")).hasSize(1);
    JsonNode result = answer.path("results").path(0);
    assertThat(result.path("outcome").asText()).isEqualTo("loaded");
    assertThat(result.path("file").asText()).isEqualTo("s3://inbox/ES/metrics.xlsx");
    assertThat(result.at("/load/inserted").asLong()).isEqualTo(4);
    assertThat(loads)
        .extracting(LoadRequest::data)
        .containsExactly(new ObjectLocation("outbox", "output/ES_2020-02-01/run-1.csv"));
  }

  @Test
  void aRunLeavesOneLineInTheLog() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    invoke(Events.created("inbox", "ES/metrics.xlsx"));

    assertThat(context.logged()).endsWith("\n").containsOnlyOnce("\n");
    ObjectNode line = (ObjectNode) JSON.readTree(context.logged());
    assertThat(line.remove("millis").asLong()).isNotNegative();
    assertThat(line)
        .isEqualTo(
            JSON.readTree(
                """
                {"requestId": "request-1", "bucket": "inbox", "key": "ES/metrics.xlsx",
                 "run": "run-1", "pipeline": "metrics", "outcome": "loaded",
                 "rows": {"physical": 6, "header": 1, "skipped": 0, "blank": 0,
                          "filtered": 1, "rejected": 0, "accepted": 4},
                 "problemCount": 0, "problems": []}
                """));
  }

  @Test
  void aRefusedFileIsAnAnswerAndItsCellsStayOutOfTheLog() throws Exception {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "m", 1, LocalDate.of(2020, 2, 1))
            .row("UK", "m", 1, SECRET_CELL)
            .bytes();
    upload("ES/bad.xlsx", workbook);

    JsonNode result = invoke(Events.created("inbox", "ES/bad.xlsx")).at("/results/0");

    assertThat(result.path("outcome").asText()).isEqualTo("refused");
    assertThat(result.at("/problems/0/cell").asText()).isEqualTo("data!D3");
    assertThat(loads).isEmpty();
    JsonNode line = JSON.readTree(context.logged());
    assertThat(line.path("outcome").asText()).isEqualTo("refused");
    assertThat(line.path("problemCount").asLong()).isEqualTo(2);
    assertThat(line.path("problems")).hasToString("[\"NOT_A_DATE data!D3\",\"TOO_MANY_REJECTS\"]");
    assertThat(context.logged()).doesNotContain(SECRET_CELL);
  }

  /** An answer, not an error: another try would find no pipeline either. */
  @Test
  void aKeyThatNoPipelineTakesIsAnOutcomeOfItsOwn() throws Exception {
    JsonNode answer = invoke(Events.created("inbox", "no/such/form.pdf"));

    assertThat(answer)
        .isEqualTo(
            JSON.readTree(
                """
                {"results": [{
                  "outcome": "unknown key",
                  "file": "s3://inbox/no/such/form.pdf",
                  "key": "no/such/form.pdf",
                  "message": "s3://inbox/no/such/form.pdf: expected a key like {label}/{file}.xlsx, found one that no pipeline takes; put the file where one looks for it"}]}
                """));
    assertThat(outcomes()).containsExactly("unknown key");
    assertThat(announced).hasSize(1);
  }

  @Test
  void anUploadOfAnotherBucketIsIgnored() throws Exception {
    inputBuckets = List.of("inbox", "mail");

    JsonNode result = invoke(Events.created("elsewhere", "ES/metrics.xlsx")).at("/results/0");

    assertThat(result.path("outcome").asText()).isEqualTo("ignored");
    assertThat(result.path("message").asText())
        .isEqualTo(
            "s3://elsewhere/ES/metrics.xlsx: expected an upload in inbox or mail, found another bucket; let the trigger leave it out");
    assertThat(announced).isEmpty();
  }

  @Test
  void whatIsWrittenAboutARunStandsUnderItsLabel() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    JsonNode result = invoke(Events.created("inbox", "ES/metrics.xlsx")).at("/results/0");

    Path folder = root.resolve("outbox/results/ES/run-1");
    assertThat(folder.resolve("rejects.jsonl")).isEmptyFile();
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
    assertThat(JSON.readTree(folder.resolve("report.json").toFile())).isEqualTo(result);
  }

  @Test
  void thoseWhoAreToldGetTheOutcomeAndWhereTheReportIs() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    invoke(Events.created("inbox", "ES/metrics.xlsx"));

    assertThat(announced).hasSize(1);
    assertThat(JSON.readTree(announced.get(0)))
        .isEqualTo(
            JSON.readTree(
                """
                {"outcome": "loaded", "bucket": "inbox", "key": "ES/metrics.xlsx",
                 "pipeline": "metrics", "run": "run-1", "accepted": 4, "rejected": 0,
                 "problemCount": 0, "report": "%s"}
                """
                    .formatted(root.resolve("outbox/results/ES/run-1/report.html"))));
  }

  @Test
  void whoCannotBeToldChangesNothing() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    announcer =
        new Announcer() {
          @Override
          public String name() {
            return "topic";
          }

          @Override
          public void tell(Announcement announcement) {
            throw new IllegalStateException("no route");
          }
        };

    assertThat(outcome(Events.created("inbox", "ES/metrics.xlsx"))).isEqualTo("loaded");
    assertThat(JSON.readTree(context.logged()).path("untold")).hasToString("[\"topic: no route\"]");
  }

  @Test
  void eachRecordIsCounted() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    invoke(Events.created("inbox", "ES/metrics.xlsx", "no/such/form.pdf"));

    List<String> lines = metrics.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(JSON.readTree(lines.get(0)).path("RowsAccepted").asLong()).isEqualTo(4);
    assertThat(JSON.readTree(lines.get(1)).path("Outcome").asText()).isEqualTo("unknown key");
  }

  @Test
  void nothingIsBegunThatCannotEnd() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    context.setRemaining(6_000);

    JsonNode answer = invoke(Events.queue(Events.created("inbox", "ES/metrics.xlsx")));

    assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(outcomes()).containsExactly("out of time");
    assertThat(loads).isEmpty();
    assertThat(root.resolve("outbox")).doesNotExist();
    assertThat(announced).isEmpty();
  }

  /** The first message took the time of the second. */
  @Test
  void whatTheTimeDoesNotSufficeForGoesBackAlone() throws Exception {
    upload("ES/a.xlsx", ExampleWorkbooks.metrics());
    upload("ES/b.xlsx", ExampleWorkbooks.metrics());
    IngestHandler slow =
        handler(
            request -> {
              context.setRemaining(6_000);
              return new LoadResult(request.rows(), 0, request.rows());
            });

    JsonNode answer =
        invoke(
            slow,
            Events.queue(
                Events.created("inbox", "ES/a.xlsx"), Events.created("inbox", "ES/b.xlsx")));

    assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    assertThat(outcomes()).containsExactly("loaded", "out of time");
  }

  /** The table is asked before the file is written, and is left as it was when the time is over. */
  @Test
  void aRunStopsBeforeItsLoadWhenTheTimeIsOver() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    IngestHandler late =
        handler(
            new TableLoader() {
              @Override
              public BegunLoad begin(
                  LoadPlan plan, RowSchema<?> schema, RowFormat format, LoadOptions options) {
                context.setRemaining(1_000);
                return TableLoader.super.begin(plan, schema, format, options);
              }

              @Override
              public LoadResult load(LoadRequest request) {
                throw new AssertionError("expected no load without time");
              }
            });

    assertThatThrownBy(() -> invoke(late, Events.created("inbox", "ES/metrics.xlsx")))
        .isInstanceOf(FunctionFailure.class)
        .hasMessageEndingWith(
            "expected the run to end within the function's time, found 1.0 s left; nothing was changed; it is tried again, or needs a function with more time or memory");
    assertThat(outcomes()).containsExactly("out of time");
    assertThat(root.resolve("outbox/output")).doesNotExist();
  }

  @Test
  void whatWeWroteIsIgnored() throws Exception {
    JsonNode answer = invoke(Events.created("outbox", "output/ES_2020-02-01/run.csv"));

    assertThat(answer)
        .isEqualTo(
            JSON.readTree(
                """
                {"results": [{
                  "outcome": "ignored",
                  "file": "s3://outbox/output/ES_2020-02-01/run.csv",
                  "key": "output/ES_2020-02-01/run.csv",
                  "message": "s3://outbox/output/ES_2020-02-01/run.csv: expected an upload, found an object that has the form of our own output; let the trigger leave it out"}]}
                """));
    assertThat(JSON.readTree(context.logged()).path("outcome").asText()).isEqualTo("ignored");
  }

  /** Bucket without versions: the event's ETag says which object was meant. */
  @Test
  void anUploadThatWasReplacedSinceIsLeftToTheNewerOne() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    String event =
        Events.created("inbox", "ES/metrics.xlsx")
            .replace("\"key\":", "\"eTag\": \"0a1b\", \"key\":");

    JsonNode answer = invoke(event);

    assertThat(answer)
        .isEqualTo(
            JSON.readTree(
                """
                {"results": [{
                  "outcome": "superseded",
                  "file": "s3://inbox/ES/metrics.xlsx",
                  "key": "ES/metrics.xlsx",
                  "message": "s3://inbox/ES/metrics.xlsx: expected the object with the ETag 0a1b, found that it was replaced meanwhile; leave this one to the event of the newer"}]}
                """));
    assertThat(JSON.readTree(context.logged()).path("outcome").asText()).isEqualTo("superseded");
    assertThat(loads).isEmpty();
  }

  @Test
  void anUploadBesideTheOutputIsNotIgnored() throws Exception {
    upload("outbox", "ES/metrics.xlsx", ExampleWorkbooks.metrics());
    upload("inbox", "output/metrics.xlsx", ExampleWorkbooks.metrics());

    assertThat(outcome(Events.created("outbox", "ES/metrics.xlsx"))).isEqualTo("loaded");
    assertThat(outcome(Events.created("inbox", "output/metrics.xlsx"))).isEqualTo("loaded");
  }

  @Test
  void eachRecordHasItsResult() throws Exception {
    upload("ES/a.xlsx", ExampleWorkbooks.metrics());
    upload("ES/b.xlsx", "no workbook".getBytes(UTF_8));
    JsonNode answer = invoke(Events.created("inbox", "ES/a.xlsx", "ES/b.xlsx"));

    assertThat(answer.at("/results/0/outcome").asText()).isEqualTo("loaded");
    assertThat(answer.at("/results/1/outcome").asText()).isEqualTo("refused");
    assertThat(context.logged().lines()).hasSize(2);
  }

  @Test
  void theTestEventSucceeds() throws Exception {
    JsonNode answer = invoke("{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}");

    assertThat(answer)
        .hasToString(
            "{\"results\":[{\"outcome\":\"ignored\",\"message\":\"no upload: s3:TestEvent\"}]}");
  }

  @Test
  void aRemovedObjectIsNoUpload() throws Exception {
    JsonNode answer =
        invoke(Events.s3(Events.record("ObjectRemoved:Delete", "inbox", "ES/metrics.xlsx")));

    assertThat(answer)
        .hasToString(
            "{\"results\":[{\"outcome\":\"ignored\",\"message\":\"no upload: ObjectRemoved:Delete s3://inbox/ES/metrics.xlsx\"}]}");
    assertThat(JSON.readTree(context.logged()).path("outcome").asText()).isEqualTo("ignored");
  }

  /** One that fails, and one that nobody understands, keep no other from its turn. */
  @Test
  void everyMessageOfAQueueHasItsTurn() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    upload("ES/bad.xlsx", "no workbook".getBytes(UTF_8));

    JsonNode answer =
        invoke(
            Events.queue(
                Events.created("inbox", "ES/none.xlsx"),
                "nonsense",
                Events.created("inbox", "ES/bad.xlsx"),
                Events.created("inbox", "ES/metrics.xlsx")));

    assertThat(answer)
        .hasToString(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
    assertThat(loads).hasSize(1);
    assertThat(outcomes()).containsExactly("failed", "malformed", "refused", "loaded");
  }

  @Test
  void everyTaskOfAJobHasItsResult() throws Exception {
    upload("ES/a b.xlsx", ExampleWorkbooks.metrics());

    JsonNode answer = invoke(Events.batch("inbox", "ES/none.xlsx", "ES/a b.xlsx"));

    assertThat(answer.at("/results/0/resultCode").asText()).isEqualTo("PermanentFailure");
    assertThat(answer.at("/results/0/resultString").asText())
        .isEqualTo(
            "failed: s3://inbox/ES/none.xlsx: expected an object, found none; check bucket and key");
    assertThat(answer.at("/results/1/resultCode").asText()).isEqualTo("Succeeded");
    assertThat(answer.at("/results/1/resultString").asText()).isEqualTo("loaded");
  }

  @Test
  void theOthersOfAnEventAreDoneBeforeItFails() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());

    assertThatThrownBy(() -> invoke(Events.created("inbox", "ES/none.xlsx", "ES/metrics.xlsx")))
        .isInstanceOf(FunctionFailure.class)
        .hasMessage(
            "1 of 2 records must come again; the first: s3://inbox/ES/none.xlsx: expected an object, found none; check bucket and key");
    assertThat(loads).hasSize(1);
    assertThat(outcomes()).containsExactly("failed", "loaded");
  }

  @Test
  void aMissingObjectIsThrownSoThatLambdaTriesAgain() {
    assertThatThrownBy(() -> invoke(Events.created("inbox", "ES/none.xlsx")))
        .isInstanceOf(FunctionFailure.class)
        .hasMessage("s3://inbox/ES/none.xlsx: expected an object, found none; check bucket and key")
        .hasNoCause();
  }

  @Test
  void aFailedLoadIsThrownWithoutWhatTheDriverSaid() throws Exception {
    upload("ES/metrics.xlsx", ExampleWorkbooks.metrics());
    LoadException failure =
        new LoadException(
            LoadException.Reason.ROWS_REFUSED,
            "table metrics: expected the rows to fit",
            new IllegalStateException("Failing row contains (" + SECRET_CELL + ")"));
    IngestHandler handler =
        handler(
            request -> {
              throw failure;
            });

    assertThatThrownBy(() -> invoke(handler, Events.created("inbox", "ES/metrics.xlsx")))
        .isInstanceOf(FunctionFailure.class)
        .hasMessage("table metrics: expected the rows to fit")
        .hasNoCause()
        .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEqualTo(failure.getStackTrace()));
    JsonNode line = JSON.readTree(context.logged());
    assertThat(line.path("outcome").asText()).isEqualTo("failed");
    assertThat(line.path("error").asText()).isEqualTo("LoadException");
    assertThat(line.path("message").asText()).isEqualTo("table metrics: expected the rows to fit");
    assertThat(context.logged()).doesNotContain(SECRET_CELL);
  }

  @Test
  void anEventThatIsNotJsonIsThrown() {
    assertThatThrownBy(() -> invoke("Records"))
        .isInstanceOf(FunctionFailure.class)
        .hasMessageStartingWith("event: expected JSON, found something else (")
        .hasNoCause();
  }

  @Test
  void anEventWithoutItsFieldsIsThrown() {
    assertThatThrownBy(() -> invoke("{\"Records\": [{}]}"))
        .isInstanceOf(FunctionFailure.class)
        .hasMessage(
            "event: Records[0].eventSource: expected text, found none; let the bucket's notifications come here as S3 sends them");
  }

  private List<String> outcomes() throws IOException {
    List<String> outcomes = new ArrayList<>();
    for (String line : context.logged().lines().toList()) {
      outcomes.add(JSON.readTree(line).path("outcome").asText());
    }
    return outcomes;
  }

  private String outcome(String event) throws IOException {
    return invoke(event).at("/results/0/outcome").asText();
  }

  private JsonNode invoke(String event) throws IOException {
    return invoke(
        handler(
            request -> {
              loads.add(request);
              return new LoadResult(request.rows(), 0, request.rows());
            }),
        event);
  }

  private JsonNode invoke(IngestHandler handler, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context);
    return JSON.readTree(answer.toByteArray());
  }

  private IngestHandler handler(TableLoader loader) {
    DirectoryObjectStore store = new DirectoryObjectStore(root);
    Places places =
        new Places() {
          @Override
          public ObjectStore uploads(Instant end) {
            return store;
          }

          @Override
          public ObjectStore outputs(Instant end) {
            return store;
          }
        };
    Premises premises = new Premises(inputBuckets, "outbox", List.of(KeyPattern.of(RESULTS)));
    Pipelines pipelines =
        Pipelines.of(
            List.of(
                new Pipelines.Entry("the example", MetricsPipeline.into(MetricsPipeline.TABLE))),
            premises);
    Arrivals.Site site = new Arrivals.Site(premises, places, loader, RESULTS, 512);
    return new IngestHandler(
        new Arrivals(pipelines, site, Clock.systemUTC(), () -> "run-1"),
        new Announcers(List.of(announcer)),
        new Metrics("Test", new PrintStream(metrics, true, UTF_8), Clock.systemUTC()));
  }

  private void upload(String key, byte[] content) throws IOException {
    upload("inbox", key, content);
  }

  private void upload(String bucket, String key, byte[] content) throws IOException {
    Path file = root.resolve(bucket).resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
