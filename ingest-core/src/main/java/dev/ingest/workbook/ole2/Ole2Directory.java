package dev.ingest.workbook.ole2;

import static dev.ingest.workbook.part.LittleEndian.u16;
import static dev.ingest.workbook.part.LittleEndian.u32;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names in an OLE 2 file, which say what it is: [MS-CFB] 2.6. */
public final class Ole2Directory {

  private static final int ENTRY = 128;
  private static final int MOST = 1 << 16;
  private static final long NONE = 0xffffffffL;

  private record Entry(String name, long left, long right, long child) {}

  private final String file;
  private final List<Entry> entries = new ArrayList<>();

  private Ole2Directory(String file) {
    this.file = file;
  }

  /**
   * Returns what the file is, {@link FileKind#OLE2} where its names say nothing.
   *
   * @param file its name, for messages
   * @throws dev.ingest.workbook.WorkbookException if the container is damaged
   */
  public static FileKind identify(String file, WorkbookBytes bytes) throws IOException {
    Ole2Directory directory = new Ole2Directory(file);
    directory.read(new SectorTable(file, bytes));
    return directory.kind();
  }

  private void read(SectorTable sectors) throws IOException {
    byte[] sector = new byte[sectors.sectorSize()];
    for (long at : sectors.chain("directory", sectors.directory())) {
      int size = sectors.read(at, sector);
      for (int i = 0; i + ENTRY <= size; i += ENTRY) {
        add(sector, i);
      }
    }
    if (entries.isEmpty()) {
      throw Damage.at(file, "expected a directory, found none");
    }
  }

  private void add(byte[] sector, int at) {
    if (entries.size() == MOST) {
      throw Damage.at(file, "expected at most " + MOST + " names in the directory, found more");
    }
    int length = Math.max(0, Math.min(62, u16(sector, at + 64) - 2)); // with a NUL at the end
    String name = new String(sector, at, length, StandardCharsets.UTF_16LE);
    entries.add(
        new Entry(
            name.toLowerCase(Locale.ROOT),
            u32(sector, at + 68),
            u32(sector, at + 72),
            u32(sector, at + 76)));
  }

  private FileKind kind() {
    Set<String> top = top();
    if (top.contains("\tdrmcontent")) {
      return FileKind.PROTECTED;
    }
    if (top.contains("workbook") || top.contains("book")) {
      return FileKind.XLS;
    }
    if (top.contains("encryptedpackage")) {
      boolean rights = entries.stream().anyMatch(e -> e.name.startsWith("drmencrypted"));
      return rights ? FileKind.PROTECTED : FileKind.ENCRYPTED;
    }
    if (top.contains("worddocument")) {
      return FileKind.WORD;
    }
    return top.contains("powerpoint document") ? FileKind.POWERPOINT : FileKind.OLE2;
  }

  /** Returns the names in the root: what is deeper belongs to something that is embedded. */
  private Set<String> top() {
    Set<String> names = new HashSet<>();
    BitSet seen = new BitSet();
    Deque<Long> open = new ArrayDeque<>();
    open.push(entries.get(0).child);
    while (!open.isEmpty()) {
      long at = open.pop();
      if (at == NONE) {
        continue;
      }
      if (at >= entries.size() || seen.get((int) at)) {
        throw Damage.at(file, "expected a tree of names in the directory, found a loop or a gap");
      }
      seen.set((int) at);
      Entry entry = entries.get((int) at);
      names.add(entry.name);
      open.push(entry.left);
      open.push(entry.right);
    }
    return names;
  }
}
