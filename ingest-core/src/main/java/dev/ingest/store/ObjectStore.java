package dev.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Keeps objects: S3, or a folder. Thread-safe. All failures are {@link StoreException}s. */
public interface ObjectStore {

  /**
   * What is written, and what came of it.
   *
   * @param <T> what is known once all is written, such as a count
   */
  @FunctionalInterface
  interface Body<T> {

    /** Writes all bytes and returns normally, or throws: then no object appears. */
    T writeTo(OutputStream out) throws IOException;
  }

  /**
   * Opens an object; the caller closes the stream. Its failures in mid-stream are {@link
   * IOException}s.
   *
   * @throws StoreException if it is not there or cannot be read
   */
  InputStream read(ObjectLocation at);

  /**
   * Writes an object, replacing one that is there. It appears whole once the body has returned, or
   * not at all; what the body throws, other than {@link IOException}, comes through as it is.
   *
   * @param contentType the media type
   * @return what the body returned
   * @throws StoreException if it cannot be written
   */
  <T> T write(ObjectLocation at, String contentType, Body<T> body);

  /** Returns where the object can be found, for people: a URI or a path. */
  default String display(ObjectLocation at) {
    return at.toString();
  }
}
