package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.explain.CellExplanation;
import dev.ingest.explain.CellQuestion;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ExplanationText;
import dev.ingest.report.RunFiles;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectStore;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of the page on reports. */
class ReportsExampleTest {

  record Visit(String city, int guests) {}

  @TempDir Path folder;

  // region: record
  IngestReport run(Pipeline<Visit> pipeline, ObjectStore store, Upload upload) {
    return Ingestion.converting(pipeline, store, "bucket")
        .withRecorder(RunFiles.in(store, "bucket"))
        .run(upload);
  }

  // endregion

  private static final Pipeline<Visit> VISITS =
      Pipeline.of(
              "visits",
              RowSchema.of(Visit.class),
              LoadPlan.into(TableName.parse("visits")).append())
          .build();

  private static byte[] workbook() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("city", "guests")
        .row("Rome", 2)
        .row("Oslo", "some")
        .bytes();
  }

  // region: explain
  String why(WorkbookSource source, Pipeline<Visit> pipeline, String address) {
    try (Workbook workbook = Workbook.open(source, ReadOptions.defaults())) {
      return ExplanationText.of(CellExplanation.of(workbook, pipeline, CellQuestion.at(address)));
    }
  }

  // endregion

  /** What is printed stands in the page, too. */
  @Test
  void aCellIsExplainedAsThePageShows() throws IOException {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/reports.md");

    String why = why(WorkbookSource.of("visits.xlsx", workbook()), VISITS, "data!B3");

    assertThat(Files.readString(page)).contains("```text\n" + why + "\n```");
  }

  @Test
  void filesLieBesideTheOutput() {
    IngestReport report =
        run(
            VISITS,
            new DirectoryObjectStore(folder),
            new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook())));

    assertThat(folder.resolve("bucket/output/reports").resolve(report.run()))
        .isDirectoryContaining("glob:**/rejects.jsonl")
        .isDirectoryContaining("glob:**/annotated.xlsx")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/report.json");
  }
}
