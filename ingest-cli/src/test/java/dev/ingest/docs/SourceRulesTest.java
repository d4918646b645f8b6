package dev.ingest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the sources that no compiler holds. */
class SourceRulesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final int FEW_HUNDRED_LINES = 300;
  private static final Pattern LOCALISED = Pattern.compile("%[-,+0-9.]*[df]\\b");

  /** %d takes the digits and separators of whoever runs it: a report must read alike everywhere. */
  @Test
  void numbersAreFormattedForNoLocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : mainSources()) {
      for (String line : Files.readAllLines(source)) {
        if (LOCALISED.matcher(line).find() && !line.contains("Locale.ROOT")) {
          found.add(source.getFileName() + ": " + line.strip());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noClassIsLongerThanAFewHundredLines() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : mainSources()) {
      long lines = Files.readAllLines(source).size();
      if (lines > FEW_HUNDRED_LINES) {
        found.add(source.getFileName() + ": " + lines);
      }
    }

    assertThat(found).isEmpty();
  }

  private static List<Path> mainSources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(path -> path.toString().matches(".*/src/(main|doubles)/.*\\.java"))
          .toList();
    }
  }
}
