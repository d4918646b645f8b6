package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The parts of a package and the relationships between them: ECMA-376 Part 2. */
final class OpcPackage implements AutoCloseable {

  /** Measured: below this the thread costs more than it gives. */
  private static final long AHEAD_FROM = 2L << 20;

  private final String file;
  private final ZipDirectory zip;
  private final ReadLimits limits;

  OpcPackage(String file, ZipDirectory zip, ReadLimits limits) {
    this.file = file;
    this.zip = zip;
    this.limits = limits;
  }

  String file() {
    return file;
  }

  ReadLimits limits() {
    return limits;
  }

  boolean has(String part) {
    return zip.find(part).isPresent();
  }

  /** Opens a part that must be there. */
  XmlReader open(String part) {
    return new XmlReader(where(part), stream(entry(part)), limits);
  }

  /** Opens the inflated bytes of a part, on a second thread where that pays. */
  ChunkSource chunks(String part) {
    ZipEntry entry = entry(part);
    int size = (int) Math.max(1, Math.min(SheetChunk.SIZE, entry.size() + 1));
    InlineChunks inline = new InlineChunks(where(part), stream(entry), size);
    return entry.size() > AHEAD_FROM && Runtime.getRuntime().availableProcessors() > 1
        ? new AheadChunks(inline, size, OpcPackage::startThread)
        : inline;
  }

  private static void startThread(Runnable task) {
    Thread thread = new Thread(task, "ingest-inflate");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the file and part, for messages. */
  String where(String part) {
    return file + ": " + Names.shown(part);
  }

  private ZipEntry entry(String part) {
    return zip.find(part)
        .orElseThrow(
            () -> Damage.at(file, "expected the part " + Names.shown(part) + ", found none"));
  }

  private InputStream stream(ZipEntry entry) {
    try {
      return zip.open(entry);
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE,
          where(entry.name()) + ": expected readable bytes, found " + failure,
          failure);
    }
  }

  /**
   * Reads the relationships of a part.
   *
   * @param part its name, or the empty string for those of the package
   */
  Relationships relationships(String part) {
    String name = Relationships.partOf(part);
    if (!has(name)) {
      return Relationships.none();
    }
    try (XmlReader xml = open(name)) {
      return Relationships.read(part, xml);
    }
  }

  /** Returns what the package is, if it is a well-known one that holds no .xlsx workbook. */
  Optional<String> otherKind() {
    if (has("xl/workbook.bin")) {
      return Optional.of("a binary workbook (.xlsb)");
    }
    if (has("word/document.xml")) {
      return Optional.of("a Word document");
    }
    if (has("ppt/presentation.xml")) {
      return Optional.of("a PowerPoint presentation");
    }
    if (has("content.xml")) {
      return Optional.of("an OpenDocument file");
    }
    return has("META-INF/MANIFEST.MF") ? Optional.of("a Java archive") : Optional.empty();
  }

  @Override
  public void close() {
    zip.close();
  }
}
