package dev.ingest.workbook.poi;

import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;
import java.io.InputStream;

/** Bytes from a position to their end, as a stream. */
final class BytesInput extends InputStream {

  private final WorkbookBytes bytes;
  private long position;

  BytesInput(WorkbookBytes bytes, long position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Returns how many bytes are left. */
  long rest() {
    return bytes.length() - position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = bytes.read(position, into, offset, length);
    position += count;
    return count == 0 && length > 0 ? -1 : count;
  }
}
