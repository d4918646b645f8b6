package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ingest.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ingest} keeps an archive of loaded classes, and nobody sees it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClassArchiveIT {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Path EXAMPLE = ROOT.resolve("examples/metrics.xlsx");

  /** What must be there, and older than the program, for the script not to build it. */
  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          "ingest-core/pom.xml",
          "ingest-aws/pom.xml",
          "ingest-cli/pom.xml",
          "ingest-core/src/main/a",
          "ingest-aws/src/main/a",
          "ingest-cli/src/main/a");

  private static final Result CONVERTED =
      new Result(
          0,
          """
          location,metric,value,date
          UK,metric1,0.65,2020-02-01
          UK,metric2,,2020-02-01
          UK,metric3,,2020-02-01
          FR,metric1,0.0,2020-02-01
          """,
          """
          file      metrics.xlsx
          sheet     data
          anchor    date 2020-02-01
          rows      read 5 = kept 4 + filtered 1
          filtered  1 not: same date as the first row
          nulls     value 2 (#N/A 2)
          csv       standard output (4 rows, 126 bytes)
          outcome   converted
          """);

  @TempDir Path temp;
  private Path app;

  /** A clone whose program has been built just now. */
  @BeforeEach
  void makeAClone() throws IOException {
    Path clone = temp.resolve("a clone");
    for (String source : SOURCES) {
      Files.createDirectories(clone.resolve(source).getParent());
      Files.createFile(clone.resolve(source));
    }
    app = Files.createDirectories(clone.resolve("ingest-cli/target/app"));
    Files.createSymbolicLink(app.resolve("lib"), Path.of(System.getProperty("ingest.cli.app")));
    Files.copy(EXAMPLE, Files.createDirectory(clone.resolve("examples")).resolve("metrics.xlsx"));
    Files.copy(ROOT.resolve("ingest"), clone.resolve("ingest"));
    Files.createFile(app.resolve("built"));
  }

  @Test
  void theFirstRunMakesAnArchiveAndTheNextOnesUseIt() throws Exception {
    assertThat(convert("first")).isEqualTo(CONVERTED);
    Path archive = archive();
    assertThat(archive).isNotEmptyFile();
    Object made = Files.getAttribute(archive, "unix:ino");

    assertThat(convert("second")).isEqualTo(CONVERTED);
    assertThat(Files.getAttribute(archive(), "unix:ino")).isEqualTo(made);
  }

  @Test
  void anArchiveThatIsNoneIsPassedOver() throws Exception {
    convert("first");
    Path archive = archive();
    Files.delete(archive);
    Files.writeString(archive, "made by another Java");

    assertThat(convert("second")).isEqualTo(CONVERTED);
    assertThat(archive).hasContent("made by another Java");
  }

  @Test
  void whatCouldNotBeMadeIsNotTriedAgain() throws Exception {
    convert("first");
    Path archive = archive();
    Files.delete(archive);
    Files.createFile(archive);

    assertThat(convert("second")).isEqualTo(CONVERTED);
    assertThat(archive).isEmptyFile();
  }

  @Test
  void twoFirstRunsAtOnceDoNotMeet() throws Exception {
    List<Terminal> terminals = List.of(terminal("one"), terminal("other"));
    List<Process> running = new ArrayList<>();
    for (Terminal terminal : terminals) {
      running.add(terminal.start("convert", EXAMPLE.toString()));
    }

    for (int i = 0; i < terminals.size(); i++) {
      int exitCode = running.get(i).waitFor();
      Terminal terminal = terminals.get(i);
      assertThat(new Result(exitCode, terminal.read("out"), terminal.read("err")))
          .isEqualTo(CONVERTED);
    }
    assertThat(archive()).isNotEmptyFile();
  }

  @Test
  void aFolderThatCannotBeWrittenHasNone() throws Exception {
    assumeThat(app.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(app)).as("root may write everywhere").isFalse();

    assertThat(convert("first")).isEqualTo(CONVERTED);
    assertThat(archives()).isEmpty();
    assertThat(app.toFile().setWritable(true)).isTrue();
  }

  private Result convert(String name) throws Exception {
    return terminal(name).run("convert", EXAMPLE.toString());
  }

  private Terminal terminal(String name) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    return new Terminal(folder, List.of("sh", temp.resolve("a clone/ingest").toString()))
        .with("JAVA_HOME", System.getProperty("java.home"));
  }

  /** Returns the one archive, with nothing half made beside it. */
  private Path archive() throws IOException {
    assertThat(archives()).hasSize(1);
    return archives().get(0);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(app)) {
      return files.filter(file -> file.getFileName().toString().startsWith("classes-")).toList();
    }
  }
}
