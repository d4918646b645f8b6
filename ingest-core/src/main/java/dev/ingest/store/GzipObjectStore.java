package dev.ingest.store;

import dev.ingest.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A store in which objects whose keys end in {@code .gz} are compressed, and others are not. Who
 * reads them here gets them as they were before; others find gzip with the media type {@code
 * application/gzip}.
 *
 * <p>No {@code Content-Encoding} is set: an HTTP client may undo it unasked, and then {@code COPY …
 * GZIP} of Redshift, which goes by its own option, would find other bytes than the key promises.
 * What is compressed has one member and no time stamp. Sizes in facts are those of the compressed
 * bytes. Thread-safe if the store is.
 */
public final class GzipObjectStore implements ObjectStore {

  private static final String SUFFIX = ".gz";
  private static final String MEDIA_TYPE = "application/gzip";
  private static final int BUFFER = 64 << 10;

  private final ObjectStore store;

  /** Makes a store of a store. */
  public GzipObjectStore(ObjectStore store) {
    this.store = store;
  }

  /** Opens an object. The end of a compressed one is read to the end of what is stored. */
  @Override
  public InputStream read(ObjectLocation at) {
    InputStream stored = store.read(at);
    return isCompressed(at) ? inflated(at, stored) : stored;
  }

  private static InputStream inflated(ObjectLocation at, InputStream stored) {
    try {
      return new Inflated(stored);
    } catch (IOException failure) {
      StoreException refusal =
          new StoreException(
              Reason.UNAVAILABLE,
              at,
              "expected gzip, as the key says, found something else; look at the object",
              failure);
      try {
        stored.close();
      } catch (IOException notClosed) {
        refusal.addSuppressed(notClosed);
      }
      throw refusal;
    }
  }

  @Override
  public ObjectFacts facts(ObjectLocation at) {
    return store.facts(at);
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    return isCompressed(at)
        ? store.write(at, MEDIA_TYPE, deflated(body))
        : store.write(at, contentType, body);
  }

  @Override
  public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    return isCompressed(at)
        ? store.write(at, options.withContentType(MEDIA_TYPE), deflated(body))
        : store.write(at, options, body);
  }

  @Override
  public String display(ObjectLocation at) {
    return store.display(at);
  }

  private static boolean isCompressed(ObjectLocation at) {
    return at.key().endsWith(SUFFIX);
  }

  private static <T> Body<T> deflated(Body<T> body) {
    return out -> {
      try (Deflated gzip = new Deflated(out)) {
        T result = body.writeTo(gzip);
        gzip.finish();
        return result;
      }
    };
  }

  /**
   * Ends with its own trailer only when it is finished; closing frees memory and writes nothing.
   */
  private static final class Deflated extends GZIPOutputStream {

    Deflated(OutputStream out) throws IOException {
      super(out, BUFFER);
    }

    @Override
    public void close() {
      def.end();
    }
  }

  /** Reads what is stored to its end, where a store finds out whether it was whole. */
  private static final class Inflated extends GZIPInputStream {

    Inflated(InputStream stored) throws IOException {
      super(stored, BUFFER);
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int read = super.read(into, offset, count);
      if (read < 0) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return read;
    }
  }
}
