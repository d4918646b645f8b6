package dev.ingest.workbook.part;

import static dev.ingest.workbook.part.LittleEndian.u16;
import static dev.ingest.workbook.part.LittleEndian.u32;
import static dev.ingest.workbook.part.ZipDirectory.LOCAL_HEADER;
import static dev.ingest.workbook.part.ZipDirectory.LOCAL_HEADER_SIZE;

import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * What lies between the entries of a zip. Two entries that share bytes inflate the same data again
 * and again; one that the directory does not list, under a name that it does, is what readers see
 * that go from entry to entry, and another than the one that this reader sees.
 */
final class LocalEntries {

  /** Longer than what may stand behind an entry's data: signature, checksum, two wide sizes. */
  private static final int GAP = 32;

  private final String file;
  private final WorkbookBytes bytes;
  private final Set<String> listed;

  /**
   * Makes a check.
   *
   * @param listed the keys of the names in the directory
   */
  LocalEntries(String file, WorkbookBytes bytes, Set<String> listed) {
    this.file = file;
    this.bytes = bytes;
    this.listed = listed;
  }

  void check(Collection<ZipEntry> entries) throws IOException {
    ZipEntry[] inOrder = entries.toArray(new ZipEntry[0]);
    Arrays.sort(inOrder);
    long end = 0;
    for (ZipEntry entry : inOrder) {
      if (entry.headerAt() < end) {
        throw Damage.at(
            file,
            "expected each part in a place of its own, found "
                + Names.shown(entry.name())
                + " within another");
      }
      refuseUnlisted(end, entry.headerAt());
      byte[] header = new byte[LOCAL_HEADER_SIZE];
      bytes.read(entry.headerAt(), header, 0, header.length);
      long data = entry.headerAt() + LOCAL_HEADER_SIZE + u16(header, 26) + u16(header, 28);
      end = data + entry.compressedSize();
    }
    refuseUnlisted(end, bytes.length());
  }

  private void refuseUnlisted(long from, long to) throws IOException {
    long at = headerIn(from, to);
    while (at >= 0) {
      byte[] header = new byte[LOCAL_HEADER_SIZE];
      bytes.read(at, header, 0, header.length);
      byte[] name = new byte[u16(header, 26)];
      bytes.read(at + LOCAL_HEADER_SIZE, name, 0, name.length);
      String text = new String(name, StandardCharsets.UTF_8);
      if (listed.contains(ZipDirectory.key(text))) {
        throw Damage.at(
            file,
            "expected each part once, found duplicate part "
                + Names.shown(text)
                + ", which the directory does not list");
      }
      long data = at + LOCAL_HEADER_SIZE + name.length + u16(header, 28);
      at = headerIn(data + u32(header, 18), to);
    }
  }

  /** Returns where the next local header is, if there is one right here, or -1. */
  private long headerIn(long from, long to) throws IOException {
    byte[] gap = new byte[GAP];
    int length = from >= to ? 0 : bytes.read(from, gap, 0, (int) Math.min(GAP, to - from));
    for (int i = 0; i + 4 <= length; i++) {
      if (u32(gap, i) == LOCAL_HEADER) {
        return from + i;
      }
    }
    return -1;
  }
}
