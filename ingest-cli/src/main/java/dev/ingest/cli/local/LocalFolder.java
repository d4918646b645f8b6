package dev.ingest.cli.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the local database and objects are kept: {@code .ingest/} in the working folder.
 *
 * @param root the folder
 */
public record LocalFolder(Path root) {

  /** The bucket for outputs in the local object store. */
  public static final String BUCKET = "ingest";

  /** Returns the one of the working folder. */
  public static LocalFolder here() {
    return new LocalFolder(Path.of("").toAbsolutePath().resolve(".ingest"));
  }

  /** Returns the root of the local object store. */
  public Path objects() {
    return root.resolve("objects");
  }

  /** Returns whether a database was made in it. */
  public boolean hasDatabase() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  Path data() {
    return root.resolve("postgres");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path passwords() {
    return root.resolve("pgpass");
  }
}
