package dev.ingest.workbook.ole2;

import static dev.ingest.workbook.part.LittleEndian.u16;
import static dev.ingest.workbook.part.LittleEndian.u32;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.util.Arrays;

/**
 * The sectors of an OLE 2 file and which follows which: [MS-CFB] 2.2, 2.3 and 2.5. What is walked
 * is bounded by the number of sectors that the file has, so a loop is found and a count that lies
 * costs nothing.
 */
final class SectorTable {

  private static final int HEADER = 512;
  private static final int IN_HEADER = 109;
  private static final long LAST_SECTOR = 0xfffffffaL;

  private final String file;
  private final WorkbookBytes bytes;
  private final byte[] header = new byte[HEADER];
  private final int shift;
  private final long sectors;
  private long[] tables = new long[IN_HEADER];
  private int tableCount;

  SectorTable(String file, WorkbookBytes bytes) throws IOException {
    this.file = file;
    this.bytes = bytes;
    if (bytes.read(0, header, 0, HEADER) < HEADER) {
      throw Damage.at(file, "expected the header of an OLE 2 file, found the end of the file");
    }
    this.shift = u16(header, 30);
    if (shift != 9 && shift != 12) {
      throw Damage.at(
          file, "expected OLE 2 sectors of 512 or 4096 bytes, found 2 to the power of " + shift);
    }
    this.sectors = Math.max(0, (bytes.length() - 1) >> shift);
    findTables();
  }

  /** Returns the first sector of the directory. */
  long directory() {
    return u32(header, 48);
  }

  int sectorSize() {
    return 1 << shift;
  }

  /** Returns the sectors of a chain, in order. */
  long[] chain(String what, long first) throws IOException {
    long[] chain = new long[16];
    int count = 0;
    for (long sector = first; sector <= LAST_SECTOR; sector = next(sector)) {
      if (count >= sectors) {
        throw Damage.at(file, "expected the " + what + " to end, found a loop");
      }
      if (count == chain.length) {
        chain = Arrays.copyOf(chain, 2 * count);
      }
      chain[count++] = checked(what, sector);
    }
    return Arrays.copyOf(chain, count);
  }

  /** Reads a sector, of which the last in the file may be short. */
  int read(long sector, byte[] into) throws IOException {
    return bytes.read((sector + 1) << shift, into, 0, sectorSize());
  }

  /** What the header counts is there; what stands behind that may be anything. */
  private void findTables() throws IOException {
    for (int i = 0; i < IN_HEADER; i++) {
      addTable(u32(header, 76 + 4 * i));
    }
    byte[] more = new byte[sectorSize()];
    int last = sectorSize() - 4;
    long left = u32(header, 72);
    long walked = 0;
    for (long sector = u32(header, 68); left-- > 0 && sector <= LAST_SECTOR; ) {
      if (++walked > sectors) {
        throw Damage.at(file, "expected the list of allocation tables to end, found a loop");
      }
      if (read(checked("list of allocation tables", sector), more) < more.length) {
        throw cutShort();
      }
      for (int i = 0; i < last; i += 4) {
        addTable(u32(more, i));
      }
      sector = u32(more, last);
    }
  }

  private void addTable(long sector) {
    if (sector > LAST_SECTOR || tableCount >= u32(header, 44)) {
      return;
    }
    if (tableCount > sectors) {
      throw Damage.at(file, "expected fewer allocation tables than sectors, found more");
    }
    if (tableCount == tables.length) {
      tables = Arrays.copyOf(tables, 2 * tableCount);
    }
    tables[tableCount++] = checked("allocation table", sector);
  }

  private long next(long sector) throws IOException {
    int perTable = sectorSize() / 4;
    long table = sector / perTable;
    byte[] entry = new byte[4];
    if (table >= tableCount) {
      throw Damage.at(
          file, "expected sector " + sector + " in an allocation table, found it in none");
    }
    long at = ((tables[(int) table] + 1) << shift) + 4 * (sector % perTable);
    if (bytes.read(at, entry, 0, 4) < 4) {
      throw cutShort();
    }
    return u32(entry, 0);
  }

  private long checked(String what, long sector) {
    if (sector >= sectors) {
      throw Damage.at(
          file,
          "expected the %s within %s sectors, found sector %s".formatted(what, sectors, sector));
    }
    return sector;
  }

  private RuntimeException cutShort() {
    return Damage.at(file, "expected a whole OLE 2 file, found it cut short");
  }
}
