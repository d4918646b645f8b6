package dev.ingest.workbook.ods;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.XmlReader;
import java.util.List;

/** The XML of a spreadsheet: parts of a zip, or one document. */
interface OdsParts extends AutoCloseable {

  /** Returns the source's name. */
  String file();

  ReadLimits limits();

  /** Returns what to read before the content: styles and origin, where they stand apart. */
  List<XmlReader> openOthers();

  /** Opens the document whose body holds the sheets. */
  XmlReader openContent();

  @Override
  void close();
}
