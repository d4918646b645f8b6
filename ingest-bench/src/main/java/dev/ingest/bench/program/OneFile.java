package dev.ingest.bench.program;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A store of one object: the file that the run writes, wherever the pipeline wants it. */
final class OneFile implements ObjectStore {

  private final Path file;

  OneFile(Path file) {
    this.file = file;
  }

  @Override
  public InputStream read(ObjectLocation at) {
    throw new UnsupportedOperationException("a conversion does not read back what it wrote");
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      return body.writeTo(out);
    } catch (IOException failure) {
      throw new StoreException(
          Reason.UNAVAILABLE, at, "expected to write " + file + ", found " + failure, failure);
    }
  }
}
