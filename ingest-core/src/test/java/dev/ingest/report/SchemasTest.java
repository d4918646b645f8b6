package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadOrigin;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schemas describe what is written, and no more. */
class SchemasTest {

  private static final Schema REPORT = schema(Schemas.report());
  private static final Schema REJECT = schema(Schemas.reject());
  private static final Schema RUNS = schema(Schemas.runs());

  @TempDir Path folder;
  private Runs runs;

  @BeforeEach
  void openTheStore() {
    runs = new Runs(folder);
  }

  @Test
  void aConversionWithoutProblemsIsDescribed() throws IOException {
    assertDescribed(runs.convert(Runs.good().bytes()), Outcome.CONVERTED, 0);
  }

  @Test
  void aLoadWithRejectsIsDescribed() throws IOException {
    assertDescribed(runs.load(Runs.bad().bytes(), 10), Outcome.LOADED, 5);
  }

  /** Neither row nor sheet, and a load that was none. */
  @Test
  void aRunThatReadNoRowIsDescribed() throws IOException {
    assertDescribed(runs.known(), Outcome.ALREADY_LOADED, 0);
  }

  @Test
  void aRefusedLoadIsDescribed() throws IOException {
    assertDescribed(runs.load(Runs.bad().bytes(), 0), Outcome.REFUSED, 6);
  }

  @Test
  void aFileWithoutItsHeadersIsDescribed() throws IOException {
    byte[] workbook =
        Runs.good().edit("xl/sharedStrings.xml", xml -> xml.replace("city", "town")).bytes();

    IngestReport report = runs.convert(workbook);

    assertDescribed(report, Outcome.REFUSED, 1);
    assertThat(new ObjectMapper().readTree(ReportJson.of(report)).get("headerReport").toString())
        .isEqualTo(
            """
            {"row":2,"why":"which comes nearest: it holds 3 of 4 columns","sound":false,"columns":[\
            {"column":"city","expected":"city","cells":[]},\
            {"column":"customer","expected":"Customer no.","cells":[{"header":"Customer","cell":"data!B2","match":"ALIAS"}]},\
            {"column":"amount","expected":"amount","cells":[{"header":"Amount ","cell":"data!D2","match":"NORMALISED"}]},\
            {"column":"day","expected":"day","cells":[{"header":"day","cell":"data!E2","match":"EXACT"}]}],\
            "unexpected":[{"header":"town","cell":"data!A2"},{"header":"note","cell":"data!C2"}]}""");
  }

  @Test
  void whatIsNoWorkbookIsDescribed() throws IOException {
    assertDescribed(
        runs.convert("<html></html>".getBytes(StandardCharsets.UTF_8)), Outcome.REFUSED, 1);
  }

  @Test
  void runsAreDescribed() {
    LedgerEntry plain = Runs.line("run-1", new LoadOrigin("", "uk/a.xlsx", null, null, 7, "ab"));
    LedgerEntry other = Runs.line("run-2", new LoadOrigin("in", "uk/a.xlsx", "v1", "0A", 7, null));

    assertThat(RUNS.validate(RunsJson.pretty(List.of()), InputFormat.JSON)).isEmpty();
    assertThat(RUNS.validate(RunsJson.pretty(List.of(plain, other)), InputFormat.JSON)).isEmpty();
    assertThat(RUNS.validate(RunsJson.pretty(new LedgerRun(plain, other, other)), InputFormat.JSON))
        .isEmpty();
    assertThat(RunsJson.pretty(new LedgerRun(plain, null, other)))
        .isEqualTo(
            """
            {
              "run" : "run-1",
              "outcome" : "loaded",
              "table" : "sales",
              "plan" : "append",
              "scope" : "",
              "staged" : 3,
              "deleted" : 0,
              "inserted" : 3,
              "startedAt" : "2020-02-01T10:00:00Z",
              "loadedAt" : "2020-02-01T10:00:00Z",
              "pipeline" : "sales",
              "settings" : "settings",
              "fingerprint" : "fingerprint",
              "bucket" : "",
              "key" : "uk/a.xlsx",
              "sha256" : "ab",
              "size" : 7,
              "after" : {
                "run" : "run-2",
                "outcome" : "loaded",
                "table" : "sales",
                "plan" : "append",
                "scope" : "",
                "staged" : 3,
                "deleted" : 0,
                "inserted" : 3,
                "startedAt" : "2020-02-01T10:00:00Z",
                "loadedAt" : "2020-02-01T10:00:00Z",
                "pipeline" : "sales",
                "settings" : "settings",
                "fingerprint" : "fingerprint",
                "bucket" : "in",
                "key" : "uk/a.xlsx",
                "version" : "v1",
                "sequencer" : "0A",
                "size" : 7
              }
            }""");
    assertThat(RUNS.validate("{\"runs\": [{\"run\": \"r\"}]}", InputFormat.JSON)).isNotEmpty();
    assertThat(
            RUNS.validate(
                RunsJson.pretty(List.of(plain)).replace("\"size\"", "\"bytes\""), InputFormat.JSON))
        .isNotEmpty();
  }

  /** A schema that takes anything would describe all of this as well. */
  @Test
  void whatIsNoReportIsRefused() throws IOException {
    ObjectMapper json = new ObjectMapper();
    String sound = ReportJson.of(runs.load(Runs.bad().bytes(), 10));
    JsonNode renamed = json.readTree(sound.replace("\"problemCount\"", "\"problems_count\""));
    JsonNode worded = json.readTree(sound.replace("\"outcome\":\"loaded\"", "\"outcome\":\"ok\""));
    JsonNode refused =
        json.readTree(sound.replace("\"outcome\":\"loaded\"", "\"outcome\":\"refused\""));

    assertThat(REPORT.validate(json.readTree(sound))).isEmpty();
    assertThat(REPORT.validate(renamed)).isNotEmpty();
    assertThat(REPORT.validate(worded)).isNotEmpty();
    assertThat(REPORT.validate(refused)).as("a refused file has no output").isNotEmpty();
  }

  @Test
  void everyCodeHasTheFormThatTheSchemasAsk() {
    assertThat(ProblemCode.values()).allMatch(code -> code.name().matches("[A-Z][A-Z_]*"));
  }

  private void assertDescribed(IngestReport report, Outcome outcome, int problems)
      throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("bucket/rejects.jsonl"));

    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.problemCount()).isEqualTo(problems);
    assertThat(REPORT.validate(ReportJson.of(report), InputFormat.JSON)).isEmpty();
    assertThat(
            REPORT.validate(
                Files.readString(folder.resolve("bucket/report.json")), InputFormat.JSON))
        .isEmpty();
    assertThat(lines).hasSize(problems);
    for (String line : lines) {
      assertThat(REJECT.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }
}
