package dev.ingest.workbook.xlsx;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a part from a position in one batch to the end. */
final class BatchStream extends InputStream {

  private final Batches<?> batches;
  private @Nullable Batch current;
  private int at;

  BatchStream(Batches<?> batches, Batch first, int position) {
    this.batches = batches;
    this.current = first;
    this.at = position;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    while (current != null && at == current.end) {
      current = current.last ? null : batches.next();
      at = 0;
    }
    if (current == null) {
      return -1;
    }
    int count = Math.min(length, current.end - at);
    System.arraycopy(current.bytes, at, into, offset, count);
    at += count;
    return count;
  }
}
