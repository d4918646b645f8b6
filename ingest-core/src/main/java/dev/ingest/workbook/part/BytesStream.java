package dev.ingest.workbook.part;

import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a whole file in order, for a format that is one document. Closes nothing. */
public final class BytesStream extends InputStream {

  private final WorkbookBytes bytes;
  private long position;

  /** Starts at the first byte. */
  public BytesStream(WorkbookBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = bytes.read(position, into, offset, length);
    position += count;
    return count == 0 ? -1 : count;
  }
}
