package dev.ingest.lambda;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * A workbook in a store. It is fetched when opened, so a key of the wrong form costs no read. Past
 * the end of the invocation's time its bytes are no longer to be had, which ends a run that writes
 * nothing for long.
 *
 * @param budget what of it may be held, in memory and on the disk
 */
record StoredWorkbook(ObjectStore store, ObjectLocation at, Budget budget, InvocationTime time)
    implements WorkbookSource {

  @Override
  public String name() {
    return at.toString();
  }

  @Override
  public WorkbookBytes open() throws IOException {
    try (InputStream object = store.read(at)) {
      return new TimedBytes(WorkbookSource.of(name(), object, budget.limits()).open());
    } catch (WorkbookException failure) {
      throw failure.reason() == WorkbookException.Reason.LIMIT_EXCEEDED
          ? budget.tooLarge(name())
          : failure;
    }
  }

  private final class TimedBytes implements WorkbookBytes {

    private final WorkbookBytes bytes;

    TimedBytes(WorkbookBytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      if (time.isOver()) {
        throw new IOException("the function's time is over");
      }
      return bytes.read(position, into, offset, length);
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
