package dev.ingest.workbook.part;

import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The inflated bytes of one part. At their end the length and the CRC-32 must be what the directory
 * says: one flipped bit may still inflate and still be XML.
 */
final class PartStream extends InputStream {

  private final String where;
  private final WorkbookBytes bytes;
  private final ZipEntry entry;
  private final InflateBudget budget;
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[64 << 10];
  private final CRC32 crc = new CRC32();
  private long position;
  private long remaining;
  private long produced;
  private boolean ended;

  PartStream(String where, WorkbookBytes bytes, ZipEntry entry, long dataAt, InflateBudget budget) {
    this.where = where;
    this.bytes = bytes;
    this.entry = entry;
    this.position = dataAt;
    this.remaining = entry.compressedSize();
    this.budget = budget;
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
    if (ended) {
      return -1;
    }
    int count =
        entry.method() == ZipEntry.STORED
            ? fill(into, offset, length)
            : inflate(into, offset, length);
    if (count <= 0) {
      finish();
      return -1;
    }
    crc.update(into, offset, count);
    produced += count;
    budget.spend(where, count, produced);
    return count;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(into, offset, length);
      while (count == 0 && !inflater.finished()) {
        if (inflater.needsDictionary() || !refill()) {
          throw Damage.at(where, "expected the whole part, found its data cut short");
        }
        count = inflater.inflate(into, offset, length);
      }
      return count;
    } catch (DataFormatException broken) {
      throw Damage.at(where, "expected deflated data, found " + broken.getMessage(), broken);
    }
  }

  private boolean refill() throws IOException {
    int count = fill(packed, 0, packed.length);
    if (count <= 0) {
      return false;
    }
    inflater.setInput(packed, 0, count);
    return true;
  }

  private int fill(byte[] into, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, remaining);
    int count = bytes.read(position, into, offset, wanted);
    position += count;
    remaining -= count;
    return count;
  }

  private void finish() {
    ended = true;
    if (produced != entry.size()) {
      throw Damage.at(
          where, "expected the size of the part to be " + entry.size() + ", found " + produced);
    }
    if (crc.getValue() != entry.crc()) {
      throw Damage.at(where, "expected the checksum of the part to match, found another");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
