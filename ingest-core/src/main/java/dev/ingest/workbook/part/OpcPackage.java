package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The parts of a package and the relationships between them: ECMA-376 Part 2. */
public final class OpcPackage implements AutoCloseable {

  private final String file;
  private final ZipDirectory zip;
  private final ReadLimits limits;

  public OpcPackage(String file, ZipDirectory zip, ReadLimits limits) {
    this.file = file;
    this.zip = zip;
    this.limits = limits;
  }

  public String file() {
    return file;
  }

  public ReadLimits limits() {
    return limits;
  }

  public boolean has(String part) {
    return zip.find(part).isPresent();
  }

  /** Opens a part that must be there. */
  public XmlReader open(String part) {
    return new XmlReader(where(part), stream(entry(part)), limits);
  }

  /** Opens the inflated bytes of a part that must be there. */
  public InputStream stream(String part) {
    return stream(entry(part));
  }

  /** Returns how many bytes the directory says that a part has when inflated: a hint, no more. */
  public long size(String part) {
    return entry(part).size();
  }

  /** Returns the file and part, for messages. */
  public String where(String part) {
    return file + ": " + Names.shown(part);
  }

  private ZipEntry entry(String part) {
    Optional<ZipEntry> entry = zip.find(part);
    if (entry.isEmpty()) {
      throw Damage.at(file, "expected the part " + Names.shown(part) + ", found none");
    }
    return entry.get();
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
  public Relationships relationships(String part) {
    String name = Relationships.partOf(part);
    if (!has(name)) {
      return Relationships.none();
    }
    try (XmlReader xml = open(name)) {
      return Relationships.read(part, xml);
    }
  }

  @Override
  public void close() {
    zip.close();
  }
}
