package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The parts of a package and the relationships between them: ECMA-376 Part 2. */
final class OpcPackage implements AutoCloseable {

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
    ZipEntry entry =
        zip.find(part)
            .orElseThrow(
                () -> Damage.at(file, "expected the part " + Names.shown(part) + ", found none"));
    String where = file + ": " + Names.shown(part);
    try {
      InputStream stream = zip.open(entry);
      return new XmlReader(where, stream, limits);
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected readable bytes, found " + failure, failure);
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
