package dev.ingest.workbook.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Public workbooks with the cells that two or more independent readers agree on. They are no part
 * of the repository: the system property {@code ingest.corpus} says where they are, by default
 * beside the repository; where they are not, the tests that need them are skipped.
 */
public final class Corpus {

  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** Returns a file or folder of the corpus; where there is none the test is skipped. */
  public static Path required(String name) {
    Path path = folder().resolve(name);
    assumeTrue(
        Files.exists(path),
        () -> "the corpus is not at " + folder() + "; name it with -Dingest.corpus=FOLDER");
    return path;
  }

  static Corpus required() {
    return new Corpus(required("manifest.json").getParent());
  }

  private static Path folder() {
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

  /** Returns the files that the manifest lists. */
  List<CorpusFile> files() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    List<CorpusFile> files = new ArrayList<>();
    manifest.get("files").forEach(node -> files.add(CorpusFile.of(node)));
    return files;
  }

  Path workbook(CorpusFile file) {
    return folder.resolve("files").resolve(file.name());
  }

  /** Returns the agreed cells, without those of sheets that some readers leave out. */
  CorpusCells expected(CorpusFile file) throws IOException {
    Path disputes = folder.resolve("disputes").resolve(file.name() + ".tsv");
    return CorpusCells.read(
        folder.resolve("expected").resolve(file.name() + ".tsv"),
        Files.exists(disputes) ? Disputes.read(disputes) : Disputes.NONE,
        file.optionalSheets());
  }
}
