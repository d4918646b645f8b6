package dev.ingest.workbook.part;

import static dev.ingest.workbook.part.LittleEndian.u16;
import static dev.ingest.workbook.part.LittleEndian.u32;
import static dev.ingest.workbook.part.LittleEndian.u64;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses the end record, zip64 included, and the directory it points at: APPNOTE 4.3.12–16. */
final class CentralDirectory {

  private static final long END = 0x06054b50L;
  private static final long ZIP64_LOCATOR = 0x07064b50L;
  private static final long ZIP64_END = 0x06064b50L;
  private static final long HEADER = 0x02014b50L;
  private static final int END_SIZE = 22;
  private static final int ZIP64_LOCATOR_SIZE = 20;
  private static final int ZIP64_END_SIZE = 56;
  private static final int HEADER_SIZE = 46;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long MARK_32 = 0xffffffffL;
  private static final int ZIP64_EXTRA = 1;

  private final String file;
  private final WorkbookBytes bytes;
  private long count;
  private long size;
  private long at;

  private CentralDirectory(String file, WorkbookBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static List<ZipEntry> read(String file, WorkbookBytes bytes, ReadLimits limits)
      throws IOException {
    CentralDirectory directory = new CentralDirectory(file, bytes);
    directory.locate();
    if (directory.count > limits.entries()) {
      throw ReadLimits.exceeded(file, "entries", limits.entries(), directory.count);
    }
    return directory.entries();
  }

  /** Returns whether the last bytes are an end record and point right at a directory before it. */
  static boolean isAtEnd(WorkbookBytes bytes) throws IOException {
    byte[] end = new byte[END_SIZE];
    long position = bytes.length() - END_SIZE;
    if (position < 0 || bytes.read(position, end, 0, END_SIZE) < END_SIZE || u32(end, 0) != END) {
      return false;
    }
    byte[] header = new byte[HEADER_SIZE];
    long directory = u32(end, 16);
    return directory + u32(end, 12) == position
        && bytes.read(directory, header, 0, HEADER_SIZE) == HEADER_SIZE
        && u32(header, 0) == HEADER;
  }

  private void locate() throws IOException {
    int tail = (int) Math.min(bytes.length(), END_SIZE + LONGEST_COMMENT);
    byte[] end = new byte[tail];
    read(bytes.length() - tail, end, "end of the zip");
    int found = findEnd(end, true);
    if (found < 0) {
      found = findEnd(end, false); // some transfers add bytes at the end
    }
    if (found < 0) {
      throw Damage.at(file, "expected a whole zip, found no end record: the file is cut short");
    }
    endRecord(end, found, bytes.length() - tail + found);
  }

  /**
   * Returns where the last end record starts, or -1.
   *
   * @param last whether nothing may follow it
   */
  private static int findEnd(byte[] tail, boolean last) {
    for (int i = tail.length - END_SIZE; i >= 0; i--) {
      if (u32(tail, i) == END) {
        int rest = tail.length - i - END_SIZE - u16(tail, i + 20);
        if (last ? rest == 0 : rest > 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private void endRecord(byte[] end, int i, long position) throws IOException {
    if (u16(end, i + 4) != u16(end, i + 6)) {
      throw Damage.unsupported(file, "expected one zip file, found a part of a split one");
    }
    count = u16(end, i + 10);
    size = u32(end, i + 12);
    at = u32(end, i + 16);
    long ends = position;
    if (position >= ZIP64_LOCATOR_SIZE) {
      ends = zip64(position);
    }
    if (at != ends - size) { // it may be that of a zip packed in another, which is cut short
      throw Damage.at(
          file, "expected the directory right before the end record, found it elsewhere");
    }
  }

  /** Reads the zip64 end record, if there is one, and returns where the directory ends. */
  private long zip64(long position) throws IOException {
    byte[] locator = new byte[ZIP64_LOCATOR_SIZE];
    read(position - ZIP64_LOCATOR_SIZE, locator, "zip64 locator");
    if (u32(locator, 0) != ZIP64_LOCATOR) {
      return position;
    }
    byte[] end = new byte[ZIP64_END_SIZE];
    long recordAt = position - ZIP64_LOCATOR_SIZE - ZIP64_END_SIZE;
    if (recordAt < 0) {
      throw Damage.at(file, "expected a zip64 end record, found the start of the file");
    }
    read(recordAt, end, "zip64 end record");
    if (u32(end, 0) != ZIP64_END) {
      throw Damage.at(file, "expected a zip64 end record, found other bytes");
    }
    count = u64(end, 32);
    size = u64(end, 40);
    at = u64(end, 48);
    return recordAt;
  }

  private List<ZipEntry> entries() throws IOException {
    List<ZipEntry> entries = new ArrayList<>();
    long position = at;
    long end = position + size;
    for (long i = 0; i < count; i++) {
      byte[] header = new byte[HEADER_SIZE];
      read(position, header, "directory");
      if (u32(header, 0) != HEADER) {
        throw Damage.at(file, "expected " + count + " directory entries, found " + i);
      }
      byte[] name = new byte[u16(header, 28)];
      byte[] extra = new byte[u16(header, 30)];
      read(position + HEADER_SIZE, name, "directory");
      read(position + HEADER_SIZE + name.length, extra, "directory");
      entries.add(entry(header, new String(name, StandardCharsets.UTF_8), extra));
      position += HEADER_SIZE + name.length + extra.length + u16(header, 32);
    }
    if (position != end) {
      throw Damage.at(file, "expected " + count + " directory entries, found more");
    }
    return entries;
  }

  private ZipEntry entry(byte[] header, String name, byte[] extra) {
    long compressed = u32(header, 20);
    long inflated = u32(header, 24);
    long headerAt = u32(header, 42);
    int wide = zip64Extra(extra);
    if (wide >= 0) {
      int field = wide;
      if (inflated == MARK_32) {
        inflated = wideField(name, extra, field);
        field += 8;
      }
      if (compressed == MARK_32) {
        compressed = wideField(name, extra, field);
        field += 8;
      }
      if (headerAt == MARK_32) {
        headerAt = wideField(name, extra, field);
      }
    }
    if (compressed < 0 || inflated < 0 || headerAt < 0) {
      throw Damage.at(file, "expected the size of " + Names.shown(name) + ", found a negative one");
    }
    boolean encrypted = (u16(header, 8) & 1) != 0;
    int method = u16(header, 10);
    return new ZipEntry(name, encrypted, method, u32(header, 16), compressed, inflated, headerAt);
  }

  private long wideField(String name, byte[] extra, int field) {
    if (field + 8 > extra.length) {
      throw Damage.at(file, "expected zip64 sizes of " + Names.shown(name) + ", found too few");
    }
    return u64(extra, field);
  }

  /** Returns where the zip64 sizes start in the extra field, or -1. */
  private static int zip64Extra(byte[] extra) {
    int i = 0;
    while (i + 4 <= extra.length) {
      if (u16(extra, i) == ZIP64_EXTRA) {
        return i + 4;
      }
      i += 4 + u16(extra, i + 2);
    }
    return -1;
  }

  private void read(long position, byte[] into, String what) throws IOException {
    if (bytes.read(position, into, 0, into.length) < into.length) {
      throw Damage.at(file, "expected the " + what + ", found the end of the file");
    }
  }
}
