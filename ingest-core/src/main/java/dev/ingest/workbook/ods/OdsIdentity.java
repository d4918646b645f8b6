package dev.ingest.workbook.ods;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a package says it is, and whether it is encrypted: OpenDocument 1.3 part 2, 3.3 and 4. */
final class OdsIdentity {

  private static final String MIMETYPE = "mimetype";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final String STAR_CALC = "application/vnd.sun.xml.calc";

  /** Writers before 2008 put this line in the manifest; it declares nothing and is taken off. */
  private static final String OLD_DOCTYPE =
      "<!DOCTYPE manifest:manifest PUBLIC"
          + " \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">";

  private static final int HEAD = 1024;

  private OdsIdentity() {}

  /** Finds the kind that the package declares; empty where it declares no OpenDocument. */
  static Optional<FileKind> declared(OpcPackage parts) throws IOException {
    if (parts.has(MIMETYPE)) {
      try (InputStream stream = parts.stream(MIMETYPE)) {
        return ofMimetype(new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
      }
    }
    if (!parts.has(MANIFEST)) {
      return Optional.empty();
    }
    try (XmlReader xml = manifest(parts)) {
      Event event = xml.next();
      while (event != Event.END_DOCUMENT) {
        if (xml.starts(Odf.MANIFEST, "file-entry")
            && "/".equals(xml.attribute(Odf.MANIFEST, "full-path"))) {
          return ofMimetype("" + xml.attribute(Odf.MANIFEST, "media-type"));
        }
        event = xml.next();
      }
      return Optional.empty();
    }
  }

  /** Returns the kind that a type of media names; empty where it is not one of OpenDocument. */
  static Optional<FileKind> ofMimetype(String declared) {
    String type = declared.strip();
    if (type.equals(STAR_CALC)) {
      return Optional.of(FileKind.SXC);
    }
    if (!type.startsWith(OPEN_DOCUMENT)) {
      return Optional.empty();
    }
    String name = type.substring(OPEN_DOCUMENT.length());
    return Optional.of(
        switch (name.replaceFirst("-(template|flat-xml)$", "")) {
          case "spreadsheet" -> FileKind.ODS;
          case "text", "text-master", "text-web" -> FileKind.ODT;
          case "presentation" -> FileKind.ODP;
          case "graphics" -> FileKind.ODG;
          default -> FileKind.OPEN_DOCUMENT;
        });
  }

  /** Refuses a package whose parts are encrypted. */
  static void refuseEncrypted(OpcPackage parts) throws IOException {
    if (!parts.has(MANIFEST)) {
      return;
    }
    try (XmlReader xml = manifest(parts)) {
      Event event = xml.next();
      while (event != Event.END_DOCUMENT) {
        if (xml.starts(Odf.MANIFEST, "encryption-data")) {
          throw new WorkbookException(
              Reason.PASSWORD_NEEDED,
              parts.file()
                  + ": expected a spreadsheet without a password, found a password-protected"
                  + " OpenDocument spreadsheet, which is not read; remove the password in"
                  + " LibreOffice and save again");
        }
        event = xml.next();
      }
    }
  }

  private static XmlReader manifest(OpcPackage parts) throws IOException {
    InputStream stream = parts.stream(MANIFEST);
    String head = new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    byte[] plain = head.replace(OLD_DOCTYPE, "").getBytes(StandardCharsets.ISO_8859_1);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(plain), stream);
    return new XmlReader(parts.where(MANIFEST), all, parts.limits());
  }
}
