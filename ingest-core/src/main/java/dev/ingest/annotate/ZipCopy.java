package dev.ingest.annotate;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.part.LittleEndian;
import dev.ingest.workbook.part.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip of entries that are copied as they are packed, and of new ones: APPNOTE 4.3. Copied
 * entries keep their bytes, their method and their time. New ones are of 1980, so that the same
 * workbook gives the same copy. Not thread-safe.
 */
final class ZipCopy {

  /** Writes the content of a new entry. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final long LOCAL = 0x04034b50L;
  private static final long DIRECTORY = 0x02014b50L;
  private static final long END = 0x06054b50L;
  private static final long DESCRIPTOR = 0x08074b50L;
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIBED = 8;
  private static final int UTF_8 = 0x800;
  private static final int DAY_1980 = 0x21;
  private static final long WIDEST = 0xffffffffL;
  private static final int PIECE = 64 << 10;

  private final OutputStream out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private long written;
  private int entries;

  ZipCopy(OutputStream out) {
    this.out = out;
  }

  /** Copies an entry as it is packed; what stands in its local header beside it is left. */
  void copy(WorkbookBytes bytes, ZipEntry entry) throws IOException {
    byte[] header = new byte[LOCAL_SIZE];
    bytes.read(entry.headerAt(), header, 0, LOCAL_SIZE);
    int nameLength = LittleEndian.u16(header, 26);
    byte[] name = new byte[nameLength];
    bytes.read(entry.headerAt() + LOCAL_SIZE, name, 0, nameLength);
    long data = entry.headerAt() + LOCAL_SIZE + nameLength + LittleEndian.u16(header, 28);
    int flags = LittleEndian.u16(header, 6) & UTF_8;
    int time = LittleEndian.u16(header, 10);
    int day = LittleEndian.u16(header, 12);
    long at = written;
    Fields fields =
        new Fields(
            flags, entry.method(), time, day, entry.crc(), entry.compressedSize(), entry.size());
    local(fields, name);
    copyBytes(bytes, data, entry.compressedSize());
    list(fields, name, at);
  }

  private void copyBytes(WorkbookBytes bytes, long from, long length) throws IOException {
    byte[] piece = new byte[PIECE];
    long done = 0;
    while (done < length) {
      int count = bytes.read(from + done, piece, 0, (int) Math.min(PIECE, length - done));
      if (count <= 0) {
        throw new IOException("the file became shorter while it was copied");
      }
      write(piece, count);
      done += count;
    }
  }

  /** Writes a new entry. */
  void add(String entryName, Content content) throws IOException {
    byte[] name = entryName.getBytes(StandardCharsets.UTF_8);
    long at = written;
    int flags = UTF_8 | DESCRIBED;
    local(new Fields(flags, ZipEntry.DEFLATED, 0, DAY_1980, 0, 0, 0), name);
    Packed packed = new Packed();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      Inflated inflated = new Inflated(new DeflaterOutputStream(packed, deflater, PIECE));
      content.writeTo(inflated);
      inflated.finish();
      Fields fields =
          new Fields(
              flags,
              ZipEntry.DEFLATED,
              0,
              DAY_1980,
              inflated.crc.getValue(),
              packed.count,
              inflated.count);
      Bytes descriptor = new Bytes().u32(DESCRIPTOR).u32(fields.crc);
      write(descriptor.u32(fields.packed).u32(fields.size));
      list(fields, name, at);
    } finally {
      deflater.end();
    }
  }

  /** Writes the directory. The stream is left open. */
  void finish() throws IOException {
    long at = written;
    byte[] all = directory.toByteArray();
    write(all, all.length);
    Bytes end = new Bytes().u32(END).u16(0).u16(0).u16(entries).u16(entries);
    write(end.u32(all.length).u32(at).u16(0));
    out.flush();
  }

  private record Fields(
      int flags, int method, int time, int day, long crc, long packed, long size) {}

  private void local(Fields fields, byte[] name) throws IOException {
    write(common(new Bytes().u32(LOCAL).u16(20), fields).u16(name.length).u16(0).raw(name));
  }

  private void list(Fields fields, byte[] name, long at) throws IOException {
    if (written > WIDEST || fields.size > WIDEST) {
      throw new IOException("expected a copy of at most 4 GiB, found a larger one");
    }
    Bytes header = common(new Bytes().u32(DIRECTORY).u16(20).u16(20), fields);
    header.u16(name.length).u16(0).u16(0).u16(0).u16(0).u32(0).u32(at).raw(name);
    directory.writeBytes(header.toByteArray());
    entries++;
  }

  private static Bytes common(Bytes header, Fields fields) {
    header.u16(fields.flags).u16(fields.method).u16(fields.time).u16(fields.day);
    return header.u32(fields.crc).u32(fields.packed).u32(fields.size);
  }

  private void write(Bytes bytes) throws IOException {
    byte[] all = bytes.toByteArray();
    write(all, all.length);
  }

  private void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    written += length;
  }

  /** Little-endian fields. */
  private static final class Bytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Bytes u16(int value) {
      bytes.write(value);
      bytes.write(value >>> 8);
      return this;
    }

    Bytes u32(long value) {
      return u16((int) value & 0xffff).u16((int) (value >>> 16) & 0xffff);
    }

    Bytes raw(byte[] more) {
      bytes.writeBytes(more);
      return this;
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }

  /** Counts what is written packed. */
  private final class Packed extends OutputStream {

    private long count;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
      count += length;
    }
  }

  /** Counts what is written before it is packed. */
  private static final class Inflated extends OutputStream {

    private final DeflaterOutputStream packer;
    private final CRC32 crc = new CRC32();
    private long count;

    Inflated(DeflaterOutputStream packer) {
      this.packer = packer;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      packer.write(bytes, offset, length);
      crc.update(bytes, offset, length);
      count += length;
    }

    void finish() throws IOException {
      packer.finish();
    }
  }
}
