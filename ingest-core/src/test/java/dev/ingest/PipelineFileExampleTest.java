package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.metrics.MetricRow;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the page on pipelines as files. */
class PipelineFileExampleTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  // region: read
  Pipeline<DynamicRow> read(Path file) {
    return PipelineFile.read(file); // or a DefinitionException with all that is wrong
  }

  // endregion

  // region: write
  String columns() {
    return PipelineFile.text(RowSchema.of(MetricRow.class)); // or a NoFileFormException
  }

  // endregion

  @Test
  void aRecordIsWrittenAsTheColumnsOfAFile() {
    assertThat(columns())
        .isEqualTo(
            """
            columns:
              - { name: location, type: text }
              - { name: metric, type: text }
              - { name: value, type: double, nullable: true, lenient: true }
              - { name: date, type: date }
            """);
  }

  @Test
  void thePageShowsTheShippedExample() throws IOException {
    Path example = ROOT.resolve("examples/metrics.yaml");

    assertThat(read(example).name()).isEqualTo("metrics");
    assertThat(Files.readString(ROOT.resolve("docs/pipeline-file.md")))
        .contains(
            "<!-- file: examples/metrics.yaml -->\n```yaml\n"
                + Files.readString(example)
                + "```\n");
  }
}
