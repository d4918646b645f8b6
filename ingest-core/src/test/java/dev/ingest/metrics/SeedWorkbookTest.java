package dev.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportText;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.corpus.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that the project began with, as Excel saved it. It is no part of the repository. */
class SeedWorkbookTest {

  @TempDir Path folder;

  @Test
  void theSeedWorkbookGivesTheFileThatWasAgreedOn() throws Exception {
    Path seed = Corpus.required("seed");

    IngestReport report =
        Ingestion.converting(
                MetricsPipeline.into(MetricsPipeline.TABLE),
                new DirectoryObjectStore(folder),
                "out")
            .withRunIds(() -> "run-1")
            .run(
                new Upload(
                    "seed/test_excel.xlsx", WorkbookSource.of(seed.resolve("test_excel.xlsx"))));

    assertThat(ReportText.of(report)).endsWith("outcome   converted");
    assertThat(folder.resolve("out/output/seed_2020-02-01/run-1.csv"))
        .hasSameBinaryContentAs(seed.resolve("expected.csv"));
  }
}
