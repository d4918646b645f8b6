package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No table of the page stands there without a test. */
class PageTest {

  private static final Pattern NAME = Pattern.compile("<!-- rows: (.+) -->");
  private static final List<Path> TESTS =
      List.of(Path.of("src/test/java"), Path.of("../ingest-aws/src/test/java"));

  /** A head without a name above it would be of a table that nobody runs. */
  @Test
  void everyTableHasAName() {
    String page = PageTable.page();
    long heads = page.lines().filter(line -> line.startsWith("|---")).count();

    assertThat(names()).hasSizeGreaterThan(20).doesNotHaveDuplicates().hasSize((int) heads);
  }

  @Test
  void everyTableIsRun() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path tests : TESTS) {
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(path -> path.toString().endsWith("PageTest.java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }

    for (String name : names()) {
      assertThat(sources).as(name).anyMatch(source -> source.contains("\"" + name + "\""));
      assertThat(PageTable.rows(name)).as(name).isNotEmpty();
    }
  }

  private static List<String> names() {
    return NAME.matcher(PageTable.page()).results().map(found -> found.group(1)).toList();
  }
}
