package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.RunFiles;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectStore;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
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

  @Test
  void filesLieBesideTheOutput() {
    LoadPlan plan = LoadPlan.into(TableName.parse("visits")).append();
    Pipeline<Visit> pipeline = Pipeline.of("visits", RowSchema.of(Visit.class), plan).build();
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("city", "guests")
            .row("Rome", 2)
            .row("Oslo", "some")
            .bytes();

    IngestReport report =
        run(
            pipeline,
            new DirectoryObjectStore(folder),
            new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));

    assertThat(folder.resolve("bucket/output/reports").resolve(report.run()))
        .isDirectoryContaining("glob:**/rejects.jsonl")
        .isDirectoryContaining("glob:**/annotated.xlsx")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/report.json");
  }
}
