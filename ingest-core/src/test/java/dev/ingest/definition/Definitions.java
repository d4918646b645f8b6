package dev.ingest.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files that several tests read. */
final class Definitions {

  private Definitions() {}

  /** Returns a file with every name that there is. */
  static String full() {
    try (InputStream stream =
        Objects.requireNonNull(Definitions.class.getResourceAsStream("full.yaml"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Returns the pipeline of the shipped example, as a file. */
  static String metrics() {
    try {
      return Files.readString(
          Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.yaml"));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
