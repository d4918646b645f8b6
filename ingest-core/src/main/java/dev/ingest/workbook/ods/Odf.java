package dev.ingest.workbook.ods;

import dev.ingest.workbook.part.XmlSpace;

/** The namespaces of OpenDocument, which are the same in all its versions: 1.3 part 3, 2.2.1. */
final class Odf {

  static final XmlSpace OFFICE = space("office");
  static final XmlSpace TABLE = space("table");
  static final XmlSpace TEXT = space("text");
  static final XmlSpace STYLE = space("style");
  static final XmlSpace DRAW = space("drawing");
  static final XmlSpace FORM = space("form");
  static final XmlSpace META = space("meta");
  static final XmlSpace MANIFEST = space("manifest");

  /** LibreOffice's extension, which alone says that a value is an error. */
  static final XmlSpace CALC =
      new XmlSpace("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0");

  private Odf() {}

  private static XmlSpace space(String name) {
    return new XmlSpace("urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0");
  }
}
