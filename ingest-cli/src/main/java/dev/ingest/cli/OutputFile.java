package dev.ingest.cli;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The one file that a conversion writes, or standard output; it appears whole or not at all. */
final class OutputFile implements ObjectStore {

  static final String BUCKET = "output";

  private final @Nullable Path file;

  /** Makes a target; null is standard output. */
  OutputFile(@Nullable Path file) {
    this.file = file;
  }

  @Override
  public InputStream read(ObjectLocation at) {
    throw new UnsupportedOperationException("a conversion does not read back what it wrote");
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    try {
      Path part = part();
      try {
        T result;
        try (OutputStream out = Files.newOutputStream(part)) {
          result = body.writeTo(out);
        }
        publish(part);
        return result;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw new StoreException(
          Reason.UNAVAILABLE,
          at,
          "expected to write " + display(at) + ", found " + failure + "; check the folder",
          failure);
    }
  }

  private Path part() throws IOException {
    if (file == null) {
      return Files.createTempFile("ingest-", ".csv");
    }
    Path folder = file.toAbsolutePath().getParent();
    return Files.createTempFile(folder == null ? Path.of("/") : folder, ".ingest-", ".part");
  }

  private void publish(Path part) throws IOException {
    if (file == null) {
      Files.copy(part, System.out);
      System.out.flush();
    } else {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public String display(ObjectLocation at) {
    return file == null ? "standard output" : file.toString();
  }
}
