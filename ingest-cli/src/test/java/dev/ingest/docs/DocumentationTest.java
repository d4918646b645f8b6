package dev.ingest.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation says exists, exists; what it shows is compiled. */
class DocumentationTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- region: (\\S+)#(\\w+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z0-9]*)*)`");
  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)#]+)(?:#[^)]*)?\\)");

  @Test
  void theReadmeHasAFirstCommandByLine30() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));

    assertThat(lines.subList(0, 30)).contains("./ingest load examples/metrics.xlsx");
  }

  @Test
  void snippetsAreRegionsOfCompiledTests() throws IOException {
    List<MatchResult> snippets = new ArrayList<>();
    for (Path page : pages()) {
      snippets.addAll(SNIPPET.matcher(Files.readString(page)).results().toList());
    }

    assertThat(snippets).isNotEmpty();
    for (MatchResult snippet : snippets) {
      String source = Files.readString(ROOT.resolve(snippet.group(1)));
      assertThat(snippet.group(3)).isEqualTo(region(source, snippet.group(2)));
    }
  }

  @Test
  void classesNamedInTheArchitectureExist() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    Set<String> named =
        CLASS_NAME.matcher(page).results().map(match -> match.group(1)).collect(toSet());
    Set<String> exist = sourceNames();
    exist.addAll(Set.of("IllegalArgumentException", "IllegalStateException"));

    assertThat(named).hasSizeGreaterThan(30).isSubsetOf(exist);
  }

  @Test
  void linksBetweenPagesLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(match -> match.group(1))
          .filter(target -> !target.startsWith("http"))
          .filter(target -> !Files.exists(page.resolveSibling(target)))
          .forEach(target -> dead.add(ROOT.relativize(page) + " -> " + target));
    }

    assertThat(dead).isEmpty();
  }

  /** Returns the lines between the markers, without the indent of the first. */
  private static String region(String source, String name) {
    int start = source.indexOf("// region: " + name + "\n");
    int end = source.indexOf("// endregion", start);
    assertThat(start).as("the region " + name).isPositive();
    String body = source.substring(source.indexOf('\n', start) + 1, source.lastIndexOf('\n', end));
    return body.stripTrailing().stripIndent().strip() + "\n";
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    pages.add(ROOT.resolve("CONTRIBUTING.md"));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static Set<String> sourceNames() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(path -> path.toString().contains("/src/") && path.toString().endsWith(".java"))
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(toSet());
    }
  }
}
