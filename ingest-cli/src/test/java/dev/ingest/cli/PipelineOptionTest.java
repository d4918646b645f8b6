package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline of one's own, on the command line. */
class PipelineOptionTest {

  private static final Path EXAMPLES = Path.of("").toAbsolutePath().getParent().resolve("examples");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theShippedPipelineAsAFileGivesTheSameFile() throws IOException {
    int code = convert(EXAMPLES.resolve("metrics.yaml"));

    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.CLEAN);
    assertThat(folder.resolve("out.csv"))
        .hasContent(
            """
            location,metric,value,date
            UK,metric1,0.65,2020-02-01
            UK,metric2,,2020-02-01
            UK,metric3,,2020-02-01
            FR,metric1,0.0,2020-02-01
            """);
  }

  @Test
  void allMistakesOfAFileArePrintedAndNothingIsWritten() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            name: sales
            columns:
              - { name: city, type: string }
              - { name: size, type: double, lenient: true }
            load: { tabel: sales, append: true }
            """);

    int code = convert(file);

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().replace(file.toString(), "bad.yaml"))
        .isEqualToNormalizingNewlines(
            """
            ingest: bad.yaml:3:25: columns[0].type: expected one of text, byte, short, integer, long, bigInteger, float, double, decimal, boolean, date, dateTime, time, instant, duration, found "string"
            bad.yaml:4:5: columns[1]: expected a nullable column, found a required one with a rule that makes nulls (lenient); make it nullable
            bad.yaml:5:7: load: expected "table", which is not there
            bad.yaml:5:9: load.tabel: expected one of the names table, append, replacePartition, replaceTable, upsert, guards, found "tabel"; did you mean "table"?
            """);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void anotherTableIsLoadedByTheSamePlan() {
    TableName other = TableName.parse("other");
    LoadPlan.Into first = LoadPlan.into(TableName.parse("first"));

    assertThat(TableOption.into(other, first.append())).isEqualTo(LoadPlan.into(other).append());
    assertThat(TableOption.into(other, first.replacePartition("a", "b")))
        .isEqualTo(LoadPlan.into(other).replacePartition("a", "b"));
  }

  private int convert(Path pipeline) {
    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "convert",
        EXAMPLES.resolve("metrics.xlsx").toString(),
        "-p",
        pipeline.toString(),
        "-o",
        folder.resolve("out.csv").toString());
  }
}
