package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import java.nio.file.Path;
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

/**
 * One running function, and an event of every door. The key is one that each writes differently.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client has native code for Linux only")
class DoorsIT {

  private static final String KEY = "a b+c/x%20ü.xlsx";

  @TempDir static Path function;

  private FunctionStage stage;

  @BeforeAll
  static void unpack() throws Exception {
    FunctionZip.unpack(function);
  }

  @BeforeEach
  void prepare() throws Exception {
    stage = new FunctionStage(function);
    stage.s3.put("inbox", KEY, ExampleWorkbooks.metrics());
    stage.start(Map.of());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void eachDoorLeadsToTheSameRows() throws Exception {
    String created = Events.created("inbox", KEY);
    String bridge = Events.bridge("Object Created", "inbox", KEY);

    assertThat(stage.answer(Events.queue(created))).hasToString("{\"batchItemFailures\":[]}");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
    assertThat(stage.answer(Events.queue(Events.notification(created), bridge)))
        .hasToString("{\"batchItemFailures\":[]}");
    for (String event :
        List.of(
            created,
            Events.topic(created),
            bridge,
            Events.items("inbox", KEY),
            Events.call("inbox", KEY),
            "[\"s3://inbox/" + KEY + "\"]")) {
      JsonNode results = stage.answer(event).path("results");
      assertThat(results).hasSize(1);
      assertThat(results.at("/0/key").asText()).isEqualTo(KEY);
    }
    for (String event : List.of(Events.batch("inbox", KEY), Events.secondBatch("inbox", KEY))) {
      JsonNode answer = stage.answer(event);
      assertThat(answer.at("/results/0/taskId").asText()).isEqualTo("t1");
      assertThat(answer.at("/results/0/resultCode").asText()).isEqualTo("Succeeded");
    }

    assertThat(stage.outcomes())
        .startsWith("loaded")
        .hasSize(11)
        .containsOnlyOnce("loaded")
        .contains("already loaded");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  @Test
  void aMessageThatMakesNoSenseGoesBackAlone() throws Exception {
    JsonNode answer =
        stage.answer(
            Events.queue(
                "<xml/>",
                Events.created("inbox", "ES/none.xlsx"),
                Events.test("inbox"),
                Events.created("inbox", KEY)));

    assertThat(answer)
        .hasToString(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
    assertThat(stage.outcomes()).containsExactly("malformed", "failed", "ignored", "loaded");
    assertThat(stage.rows()).containsExactly(FunctionStage.ROWS);
  }

  /** Whatever an event brought, the next one is served as by a new function. */
  @Test
  void nothingOfAnEventIsLeftForTheNext() throws Exception {
    JsonNode fresh = stage.load(KEY);
    stage.fail("{\"Records\": [{}]}");
    stage.fail("nonsense");
    stage.fail(Events.created("inbox", "ES/none.xlsx"));
    stage.answer(Events.queue("nonsense", Events.created("inbox", FunctionStage.KEY)));

    String elsewhere = "a b+c/again.xlsx"; // the same object again would not be read
    stage.s3.put("inbox", elsewhere, ExampleWorkbooks.metrics());
    JsonNode again = stage.load(elsewhere);

    for (String field : List.of("rows", "nulls", "problems")) {
      assertThat(again.path(field)).as(field).isEqualTo(fresh.path(field));
    }
    assertThat(again.path("run")).isNotEqualTo(fresh.path("run"));
    assertThat(stage.outcomes())
        .containsExactly(
            "loaded", "malformed", "failed", "malformed", "already loaded", "already loaded");
  }
}
