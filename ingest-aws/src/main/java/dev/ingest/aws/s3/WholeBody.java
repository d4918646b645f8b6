package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A body that must have its announced length and checksum: a short one is never a short workbook.
 * The last bytes are not handed out before both are known to be right, so that who stops at the
 * length has whole bytes too. Its failures are {@link IOException}s, those of the SDK's checksums
 * too.
 */
final class WholeBody extends FilterInputStream {

  private final ObjectLocation at;
  private final long length;
  private final @Nullable String checksum;
  private final Crc64Nvme found = new Crc64Nvme();
  private final Deadline deadline;
  private long seen;

  /** Makes a body; the checksum is a CRC-64/NVME as S3 writes it, or null where there is none. */
  WholeBody(
      InputStream in,
      ObjectLocation at,
      long length,
      @Nullable String checksum,
      Deadline deadline) {
    super(in);
    this.at = at;
    this.length = length;
    this.checksum = checksum;
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    int read = fetch(into, offset, count);
    if (read < 0) {
      checkEnd();
    } else if (read > 0) {
      take(into, offset, read);
    }
    return read;
  }

  private void take(byte[] bytes, int offset, int count) throws IOException {
    seen += count;
    if (checksum != null) {
      found.update(bytes, offset, count);
    }
    // behind the last byte the SDK compares its checksums
    if (seen > length || seen == length && fetch(new byte[1], 0, 1) >= 0) {
      throw new IOException("%s: expected %s bytes, found more; try again".formatted(at, length));
    }
    if (seen == length) {
      checkEnd();
    }
  }

  private void checkEnd() throws IOException {
    if (seen < length) {
      throw cut("the end", null);
    }
    if (checksum != null && !checksum.equals(found.base64())) {
      throw corrupt(null);
    }
  }

  private int fetch(byte[] into, int offset, int count) throws IOException {
    if (deadline.isPast()) {
      throw new IOException(
          "%s: expected %s bytes in time, found %s when it was over; give the run more time"
              .formatted(at, length, seen));
    }
    try {
      return in.read(into, offset, count);
    } catch (SdkException otherBytes) {
      throw corrupt(otherBytes);
    } catch (IOException failure) { // newer JDKs miss the end themselves
      throw cut(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Reads what is passed over, since it counts for the checksum. */
  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.min(8 << 10, Math.max(count, 0))];
    long skipped = 0;
    int read = 0;
    while (read >= 0 && skipped < count) {
      read = read(passed, 0, (int) Math.min(passed.length, count - skipped));
      skipped += Math.max(read, 0);
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private IOException corrupt(@Nullable Throwable cause) {
    return new IOException(
        at + ": expected the bytes that S3 keeps, found others; try again", cause);
  }

  private IOException cut(String end, @Nullable IOException cause) {
    return new IOException(
        "%s: expected %s bytes, found %s after %s; try again".formatted(at, length, end, seen),
        cause);
  }
}
