package dev.ingest.lambda.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The templates of {@code docs/deploy}, in the words of their own tools. */
public enum Templates {
  /** SAM, with a queue. */
  SAM("sam", ".yaml"),
  /** Terraform, with a queue. */
  TERRAFORM("terraform", ".tf"),
  /** SAM, where the bucket calls the function. */
  TRIGGER("s3-trigger", ".yaml");

  static final Path FOLDER = Path.of("").toAbsolutePath().resolveSibling("docs/deploy");

  private final String folder;
  private final String suffix;

  Templates(String folder, String suffix) {
    this.folder = folder;
    this.suffix = suffix;
  }

  /** Returns what it makes. */
  public Deployment read() {
    return read(UnaryOperator.identity());
  }

  /** Returns what it would make if something in it were otherwise. */
  Deployment read(UnaryOperator<String> change) {
    String text = change.apply(String.join("\n", texts()));
    return this == TERRAFORM ? TerraformModule.read(List.of(text)) : SamTemplate.read(text);
  }

  Path path() {
    return FOLDER.resolve(folder);
  }

  private List<String> texts() {
    try (Stream<Path> files = Files.list(path())) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .map(Templates::text)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
