package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A body that must have its announced length: a short one is never a short workbook. Its failures
 * are {@link IOException}s, those of the SDK's checksums too.
 */
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
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    int read;
    try {
      read = in.read(into, offset, count);
    } catch (SdkException otherBytes) {
      throw new IOException(
          at + ": expected the bytes that S3 keeps, found others; try again", otherBytes);
    } catch (IOException failure) { // newer JDKs miss the end themselves
      throw cut(String.valueOf(failure.getMessage()), failure);
    }
    if (read < 0 && seen < length) {
      throw cut("the end", null);
    }
    seen += Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    seen += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private IOException cut(String found, @Nullable IOException cause) {
    return new IOException(
        "%s: expected %s bytes, found %s after %s; try again".formatted(at, length, found, seen),
        cause);
  }
}
