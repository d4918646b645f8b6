package dev.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportText;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.workbook.WorkbookSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbook that the project began with, as Excel saved it. It is no part of the repository: the
 * system property {@code ingest.corpus} says where it is, by default beside the repository.
 */
class SeedWorkbookTest {

  @TempDir Path folder;

  @Test
  void theSeedWorkbookGivesTheFileThatWasAgreedOn() throws Exception {
    Path seed = corpus().resolve("seed");
    assumeTrue(
        Files.isDirectory(seed),
        () -> "the corpus is not at " + seed + "; name it with -Dingest.corpus=FOLDER");

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

  private static Path corpus() {
    String named = System.getProperty("ingest.corpus");
    if (named != null) {
      return Path.of(named);
    }
    Path repository = Path.of("").toAbsolutePath();
    while (!Files.exists(repository.resolve("CONTRIBUTING.md"))) {
      repository = repository.getParent();
    }
    return repository.resolveSibling("shared").resolve("corpus");
  }
}
