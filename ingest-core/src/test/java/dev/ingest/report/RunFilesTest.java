package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.problem.Masking;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.WriteOptions;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

  @TempDir Path folder;
  private Runs runs;

  @BeforeEach
  void openTheStore() {
    runs = new Runs(folder);
  }

  @Test
  void eachProblemIsALine() throws Exception {
    runs.load(Runs.bad().bytes(), 10);

    assertThat(lines())
        .hasSize(5)
        .contains(
            """
            {"run":"run-1","code":"REQUIRED","severity":"ROW","file":"sales.xlsx","key":"uk/sales.xlsx","version":"v7",\
            "sheet":"data","cell":"data!A9","row":9,"column":"city","header":"city","raw":"","kind":"BLANK","format":null,\
            "message":"expected a value, found a blank cell","hint":"fill the cell, or declare the column nullable"}""",
            """
            {"run":"run-1","code":"NOT_AN_INTEGER","severity":"ROW","file":"sales.xlsx","key":"uk/sales.xlsx","version":"v7",\
            "sheet":"data","cell":"data!B11","row":11,"column":"customer","header":"Customer","raw":"24.5","kind":"NUMBER","format":"other",\
            "message":"expected an integer, found the number 24.5","hint":null}""");
  }

  @Test
  void aRefusalOfTheFileIsTheLastLine() throws Exception {
    runs.load(Runs.bad().bytes(), 0);

    assertThat(lines())
        .hasSize(6)
        .last()
        .isEqualTo(
            """
            {"run":"run-1","code":"TOO_MANY_REJECTS","severity":"FILE","file":"sales.xlsx","key":"uk/sales.xlsx","version":"v7",\
            "sheet":null,"cell":null,"row":null,"column":null,"header":null,"raw":null,"kind":null,"format":null,\
            "message":"expected at most 0 rejected rows, found 4","hint":"correct the cells listed, or allow rejects"}""");
  }

  @Test
  void aRunWithoutProblemsHasAnEmptyFileOfThem() throws Exception {
    IngestReport report = runs.convert(Runs.good().bytes());

    assertThat(lines()).isEmpty();
    assertThat(report.files())
        .extracting(IngestReport.RunFile::name)
        .containsExactly("rejects.jsonl", "report.html", "report.json");
    assertThat(report.files())
        .extracting(IngestReport.RunFile::location)
        .allSatisfy(location -> assertThat(Path.of(location)).exists());
  }

  /** The report keeps the first 1,000, the file has them all. */
  @Test
  void theFileHasMoreProblemsThanTheReport() throws Exception {
    IngestReport report = runs.convert(badRows(1500));

    assertThat(lines()).hasSize(1500);
    assertThat(report.problems()).hasSize(1000);
    assertThat(report.problemCount()).isEqualTo(1500);
    assertThat(report.problemsByColumn()).hasToString("{city={REQUIRED=1500}}");
    assertThat(report.problems().get(999).around()).isNotNull();
  }

  @Test
  void theCapOfTheFileIsSaid() throws Exception {
    IngestReport report =
        runs.converting()
            .withRecorder(RunFiles.in(runs.store(), "bucket").withKeys("{name}").withMostRejects(3))
            .run(Runs.upload(badRows(1500)));

    assertThat(lines()).hasSize(3);
    assertThat(report.warnings()).contains("rejects.jsonl holds the first 3 of 1,500 problems");
  }

  @Test
  void filesLieUnderTheRunByDefault() {
    runs.converting()
        .withRecorder(RunFiles.in(runs.store(), "bucket"))
        .run(Runs.upload(Runs.good().bytes()));

    assertThat(folder.resolve("bucket/output/reports/run-1/report.json")).exists();
  }

  @Test
  void aKeyWithoutNameIsRefused() {
    assertThatThrownBy(() -> RunFiles.in(runs.store(), "bucket").withKeys("{run}"))
        .hasMessage("report key {run}: expected the part {name} and perhaps {run}, found [run]");
  }

  @Test
  void theirKeysMayHaveMoreParts() {
    runs.converting()
        .withRecorder(
            RunFiles.in(runs.store(), "bucket")
                .withKeys("results/{label}/{run}/{name}", Map.of("label", "uk")))
        .run(Runs.upload(Runs.good().bytes()));

    assertThat(folder.resolve("bucket/results/uk/run-1/report.json")).exists();
    assertThatThrownBy(
            () -> RunFiles.in(runs.store(), "bucket").withKeys("{label}/{name}", Map.of("a", "b")))
        .hasMessage(
            "report key {label}/{name}: expected the part {name} and perhaps {run}, found [label, name]");
  }

  /** The rejects are written while the run goes on, so that they cannot say how it ended. */
  @Test
  void theOutcomeIsMetadataOfWhatIsWrittenAtTheEnd() {
    Map<String, Map<String, String>> metadata = new LinkedHashMap<>();
    ObjectStore store =
        new ObjectStore() {
          @Override
          public InputStream read(ObjectLocation at) {
            return runs.store().read(at);
          }

          @Override
          public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
            return write(at, WriteOptions.of(contentType), body);
          }

          @Override
          public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
            metadata.put(at.key(), options.metadata());
            return runs.store().write(at, options.contentType(), body);
          }
        };

    runs.converting()
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(Runs.upload(Runs.bad().bytes()));

    Map<String, String> outcome = Map.of("ingest-outcome", "converted");
    assertThat(metadata)
        .containsExactly(
            Map.entry("rejects.jsonl", Map.of()),
            Map.entry("annotated.xlsx", outcome),
            Map.entry("report.html", outcome),
            Map.entry("report.json", outcome));
  }

  /** What is committed stays, and the report says what is missing. */
  @Test
  void aFileThatCannotBeWrittenIsAWarning() {
    IngestReport report =
        runs.converting()
            .withRecorder(RunFiles.in(new Refusing("report.html"), "bucket").withKeys("{name}"))
            .run(Runs.upload(Runs.good().bytes()));

    assertThat(report.outcome()).isEqualTo(Outcome.CONVERTED);
    assertThat(report.warnings())
        .contains("a file about this run could not be written: s3://bucket/report.html: full");
    assertThat(report.files())
        .extracting(IngestReport.RunFile::name)
        .containsExactly("rejects.jsonl", "report.json");
  }

  @Test
  void nothingIsDoneWhereTheRejectsCannotBeWritten() {
    Ingestion<Runs.Sale> ingestion =
        runs.converting()
            .withRecorder(RunFiles.in(new Refusing("rejects.jsonl"), "bucket").withKeys("{name}"));

    assertThatThrownBy(() -> ingestion.run(Runs.upload(Runs.good().bytes())))
        .isInstanceOf(StoreException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sensitiveValuesAreInNoFile() throws Exception {
    IngestReport report =
        runs.converting()
            .withMasking(Masking.of(Set.of("customer", "day")).withKey(new byte[32]))
            .run(Runs.upload(Runs.bad().bytes()));

    JsonNode first = new ObjectMapper().readTree(lines().get(1));
    assertThat(first.get("raw").asText()).isEqualTo("***** (4 characters, hash 125675)");
    assertThat(first.get("message").asText())
        .isEqualTo("expected a number, found ***** (4 characters, hash 125675)");
    assertThat(report.anchors()).hasToString("{day=***** (10 characters, hash 36ba6d)}");
    for (String name : List.of("rejects.jsonl", "report.html", "report.json")) {
      assertThat(folder.resolve("bucket/" + name))
          .content()
          .doesNotContain("A-23", "1 February", "24.5");
    }
  }

  private static byte[] badRows(int rows) {
    WorkbookBuilder workbook = Runs.good();
    for (int i = 0; i < rows; i++) {
      workbook.row(null, i, "", 1, Runs.DAY);
    }
    return workbook.bytes();
  }

  private List<String> lines() throws Exception {
    return Files.readAllLines(folder.resolve("bucket/rejects.jsonl"));
  }

  /** A folder that does not take one file. */
  private final class Refusing implements ObjectStore {

    private final ObjectStore taking = new DirectoryObjectStore(folder);
    private final String refused;

    Refusing(String refused) {
      this.refused = refused;
    }

    @Override
    public InputStream read(ObjectLocation at) {
      return taking.read(at);
    }

    @Override
    public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
      if (at.key().equals(refused)) {
        throw new StoreException(StoreException.Reason.UNAVAILABLE, at, "full", null);
      }
      return taking.write(at, contentType, body);
    }
  }
}
