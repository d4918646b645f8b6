package dev.ingest.testkit.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleWorkbooksTest {

  @Test
  void theCommittedExampleIsWhatTheProgramWrites() throws Exception {
    byte[] committed = Files.readAllBytes(repository().resolve("examples/metrics.xlsx"));

    assertThat(committed)
        .as("run ExampleWorkbooks with the folder examples to write it again")
        .isEqualTo(ExampleWorkbooks.metrics());
  }

  /** The folder of the sources, found by its contributors' guide from whichever module runs. */
  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
