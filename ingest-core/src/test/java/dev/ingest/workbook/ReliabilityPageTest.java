package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test holds which promise names tests that are there. */
class ReliabilityPageTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Properties))(?:\\.(\\w+))?`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    String page = Files.readString(Path.of("../docs/reliability.md"));
    List<MatchResult> named = TEST.matcher(page).results().toList();

    assertThat(named).hasSizeGreaterThan(60);
    assertThat(named.stream().filter(name -> !isThere(name)).map(MatchResult::group)).isEmpty();
  }

  private static boolean isThere(MatchResult name) {
    return isThere(name, "src/test/java") || isThere(name, "../ingest-aws/src/test/java");
  }

  private static boolean isThere(MatchResult name, String root) {
    try (Stream<Path> sources = Files.walk(Path.of(root))) {
      Path source =
          sources
              .filter(path -> path.endsWith(name.group(1) + ".java"))
              .findFirst()
              .orElse(Path.of("none"));
      return Files.exists(source)
          && (name.group(2) == null
              || Files.readString(source).contains(" " + name.group(2) + "("));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
