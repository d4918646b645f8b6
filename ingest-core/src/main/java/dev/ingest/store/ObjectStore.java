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
   * IOException}s. Where the location names a version or an ETag, it is that object or a failure,
   * never a newer one.
   *
   * @throws StoreException if it is not there, is another by now, or cannot be read
   */
  InputStream read(ObjectLocation at);

  /**
   * Says what is known of an object without reading it. To read the very object that the answer is
   * about, read at {@link ObjectFacts#pin}.
   *
   * @throws StoreException if it is not there, is another by now, or cannot be asked about
   * @throws UnsupportedOperationException if this store only takes what is written
   */
  default ObjectFacts facts(ObjectLocation at) {
    throw new UnsupportedOperationException("expected a store that is read, found one for output");
  }

  /**
   * Writes an object, replacing one that is there. It appears whole once the body has returned, or
   * not at all; what the body throws, other than {@link IOException}, comes through as it is.
   *
   * @param contentType the media type
   * @return what the body returned
   * @throws StoreException if it cannot be written
   */
  <T> T write(ObjectLocation at, String contentType, Body<T> body);

  /**
   * Writes an object as {@link #write(ObjectLocation, String, Body)} does, and as the options say.
   * Whether an object is there may be found out when the body has been written. Of writers at one
   * time that may not replace, one succeeds.
   *
   * @return what the body returned
   * @throws StoreException if it cannot be written, or would replace what it must not
   * @throws UnsupportedOperationException if this store always replaces
   */
  default <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    if (!options.mayReplace()) {
      throw new UnsupportedOperationException(
          "expected a store that can refuse to replace, found one that cannot");
    }
    return write(at, options.contentType(), body);
  }

  /** Returns where the object can be found, for people: a URI or a path. */
  default String display(ObjectLocation at) {
    return at.toString();
  }
}
