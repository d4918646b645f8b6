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

/**
 * The folder of the files about a run; each appears whole or not at all. Nothing is deleted: what
 * an earlier run has left may be the workbook that comes in.
 */
final class ReportFolder implements ObjectStore {

  static final String BUCKET = "reports";

  private final Path folder;

  ReportFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public InputStream read(ObjectLocation at) {
    throw new UnsupportedOperationException("reports are written, and read by others");
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    try {
      Path part = Files.createTempFile(Files.createDirectories(folder), ".ingest-", ".part");
      try {
        T result;
        try (OutputStream out = Files.newOutputStream(part)) {
          result = body.writeTo(out);
        }
        Files.move(
            part,
            folder.resolve(at.key()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
        return result;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw unavailable(at, failure);
    }
  }

  private StoreException unavailable(ObjectLocation at, IOException failure) {
    return new StoreException(
        Reason.UNAVAILABLE,
        at,
        "expected to write " + display(at) + ", found " + failure + "; check the folder",
        failure);
  }

  @Override
  public String display(ObjectLocation at) {
    return folder.resolve(at.key()).toString();
  }
}
