package dev.ingest.workbook.part;

import static dev.ingest.workbook.part.LittleEndian.u16;
import static dev.ingest.workbook.part.LittleEndian.u32;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The central directory of a zip, which alone says what is in it (APPNOTE 4.3.12). Sizes in local
 * headers are not trusted: streaming writers leave them zero.
 *
 * <p>Names are compared without case and with {@code \} as {@code /}, as Excel does; two entries
 * with one name are refused, since readers differ in which one they take.
 */
public final class ZipDirectory implements AutoCloseable {

  static final long LOCAL_HEADER = 0x04034b50L;
  static final int LOCAL_HEADER_SIZE = 30;

  private final String file;
  private final WorkbookBytes bytes;
  private final Map<String, ZipEntry> entries;
  private final InflateBudget budget;

  private ZipDirectory(
      String file, WorkbookBytes bytes, Map<String, ZipEntry> entries, ReadLimits limits) {
    this.file = file;
    this.bytes = bytes;
    this.entries = entries;
    this.budget = new InflateBudget(limits);
  }

  public static ZipDirectory read(String file, WorkbookBytes bytes, ReadLimits limits)
      throws IOException {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : CentralDirectory.read(file, bytes, limits)) {
      if (entries.put(key(entry.name()), entry) != null) {
        throw Damage.at(
            file, "expected each part once, found duplicate part " + Names.shown(entry.name()));
      }
    }
    new LocalEntries(file, bytes, entries.keySet()).check(entries.values());
    return new ZipDirectory(file, bytes, entries, limits);
  }

  /**
   * Returns whether a file that starts with other bytes ends with a zip that counts them: its end
   * record is the last thing in the file and says where in the file the directory is. A zip that
   * does not count the bytes before it is none to this: it may be packed in a file that is cut
   * short.
   */
  public static boolean endsIn(WorkbookBytes bytes) throws IOException {
    return CentralDirectory.isAtEnd(bytes);
  }

  /** Returns the entry with that name, in whatever case it is stored. */
  public Optional<ZipEntry> find(String name) {
    return Optional.ofNullable(entries.get(key(name)));
  }

  public Collection<ZipEntry> entries() {
    return entries.values();
  }

  /** Opens the inflated bytes of an entry; their length and CRC-32 are checked at the end. */
  public InputStream open(ZipEntry entry) throws IOException {
    String where = file + ": " + Names.shown(entry.name());
    if (entry.encrypted()) {
      throw Damage.unsupported(
          where, "expected a readable part, found an encrypted zip entry; save it without");
    }
    if (entry.method() != ZipEntry.STORED && entry.method() != ZipEntry.DEFLATED) {
      throw Damage.unsupported(
          where,
          "expected a stored or deflated part, found compression method "
              + entry.method()
              + "; save it from Excel again");
    }
    return new PartStream(where, bytes, entry, dataAt(where, entry), budget);
  }

  private long dataAt(String where, ZipEntry entry) throws IOException {
    byte[] header = new byte[LOCAL_HEADER_SIZE];
    if (bytes.read(entry.headerAt(), header, 0, header.length) < header.length
        || u32(header, 0) != LOCAL_HEADER) {
      throw Damage.at(where, "expected a local header, found none where the directory says");
    }
    boolean streamed = (u16(header, 6) & ZipEntry.DESCRIPTOR) != 0;
    if (!streamed && u32(header, 14) != 0 && u32(header, 14) != entry.crc()) {
      throw Damage.at(where, "expected the checksum of the part in both headers, found two");
    }
    int nameLength = u16(header, 26);
    byte[] name = new byte[nameLength];
    int read = bytes.read(entry.headerAt() + LOCAL_HEADER_SIZE, name, 0, nameLength);
    if (read < nameLength || !entry.name().equals(new String(name, StandardCharsets.UTF_8))) {
      throw Damage.at(where, "expected the same name in both headers, found two");
    }
    long at = entry.headerAt() + LOCAL_HEADER_SIZE + nameLength + u16(header, 28);
    if (at + entry.compressedSize() > bytes.length()) {
      throw Damage.at(
          where, "expected the size of the part within the file, found it past the end");
    }
    return at;
  }

  static String key(String name) {
    String slashes = name.replace('\\', '/');
    String relative = slashes.startsWith("/") ? slashes.substring(1) : slashes;
    return relative.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          file + ": expected to close it, found " + failure,
          failure);
    }
  }
}
