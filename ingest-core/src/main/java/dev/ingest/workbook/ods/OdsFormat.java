package dev.ingest.workbook.ods;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookFormat;
import dev.ingest.workbook.part.BytesStream;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import dev.ingest.workbook.part.ZipDirectory;
import java.io.IOException;

/** OpenDocument spreadsheets, packaged and flat. */
public final class OdsFormat implements WorkbookFormat {

  /** Made by the service loader. */
  public OdsFormat() {}

  @Override
  public FileKind identify(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    return switch (kind) {
      case ODS, ZIP -> packed(kind, name, bytes, options.limits());
      case FODS -> flat(name, bytes, options.limits());
      default -> kind;
    };
  }

  private static FileKind packed(FileKind kind, String name, WorkbookBytes bytes, ReadLimits limits)
      throws IOException {
    return OdsIdentity.declared(parts(name, bytes, limits)).orElse(kind);
  }

  /** A document that is no XML stays what it seems to be, and is refused when it is opened. */
  private static FileKind flat(String name, WorkbookBytes bytes, ReadLimits limits) {
    XmlReader xml = new XmlReader(name, new BytesStream(bytes), limits);
    try {
      Event event = xml.next();
      String type = event == Event.START ? xml.attribute(Odf.OFFICE, "mimetype") : null;
      return type == null
          ? FileKind.FODS
          : OdsIdentity.ofMimetype(type)
              .map(kind -> kind == FileKind.ODS ? FileKind.FODS : kind)
              .orElse(FileKind.XML);
    } catch (WorkbookException broken) {
      return FileKind.FODS;
    }
  }

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.ODS || kind == FileKind.FODS;
  }

  @Override
  public Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    if (kind == FileKind.FODS) {
      return new OdsWorkbook(kind, new FlatDocument(name, bytes, options.limits()));
    }
    OpcPackage parts = parts(name, bytes, options.limits());
    OdsIdentity.refuseEncrypted(parts);
    return new OdsWorkbook(kind, new PackedParts(parts));
  }

  private static OpcPackage parts(String name, WorkbookBytes bytes, ReadLimits limits)
      throws IOException {
    return new OpcPackage(name, ZipDirectory.read(name, bytes, limits), limits);
  }
}
