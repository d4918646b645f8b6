package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes a directory with everything in it. */
final class FileTree extends SimpleFileVisitor<Path> {

  private FileTree() {}

  /**
   * Deletes {@code root}; files that vanish meanwhile, and a root that never was, are no failure.
   */
  static void delete(Path root) throws IOException {
    Files.walkFileTree(root, new FileTree());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (Files.notExists(file)) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
      throws IOException {
    Files.deleteIfExists(directory);
    return FileVisitResult.CONTINUE;
  }
}
