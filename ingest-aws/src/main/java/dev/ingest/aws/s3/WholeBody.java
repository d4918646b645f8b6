package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that must have its announced length: a short one is never a short workbook. */
final class WholeBody extends FilterInputStream {

  private final ObjectLocation at;
  private final long length;
  private long seen;

  WholeBody(InputStream in, ObjectLocation at, long length) {
    super(in);
    this.at = at;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? -1 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    int read = in.read(into, offset, count);
    count(read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) throws IOException {
    if (read >= 0) {
      seen += read;
    } else if (seen < length) {
      throw new IOException(
          at + ": expected " + length + " bytes, found the end after " + seen + "; try again");
    }
  }
}
