package dev.ingest.pipeline;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A source that is opened once and may be read again, until it is closed: an object is not fetched
 * twice, and a stream that was spooled is still there when the workbook is annotated.
 */
public final class KeptSource implements WorkbookSource, AutoCloseable {

  private final WorkbookSource source;
  private @Nullable WorkbookBytes bytes;
  private long length;

  /** Makes a source that opens another one at most once. */
  public KeptSource(WorkbookSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public WorkbookBytes open() throws IOException {
    WorkbookBytes kept = bytes;
    if (kept == null) {
      kept = source.open();
      bytes = kept;
      length = kept.length();
    }
    return new View(kept);
  }

  /** Returns whether anybody came to read it. */
  public boolean wasOpened() {
    return bytes != null;
  }

  /** Returns how many bytes there are, also when it is closed; 0 if nobody came to read them. */
  public long length() {
    return length;
  }

  @Override
  public void close() {
    try {
      if (bytes != null) {
        bytes.close();
      }
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          name() + ": expected to close it, found " + failure,
          failure);
    }
  }

  /** The bytes to somebody who must not close them. */
  private record View(WorkbookBytes bytes) implements WorkbookBytes {

    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      return bytes.read(position, into, offset, length);
    }

    @Override
    public void close() {
      // closed with the source
    }
  }
}
