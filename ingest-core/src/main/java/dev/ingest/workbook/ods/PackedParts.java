package dev.ingest.workbook.ods;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import java.util.List;
import java.util.stream.Stream;

/** The parts of an .ods. */
record PackedParts(OpcPackage parts) implements OdsParts {

  @Override
  public String file() {
    return parts.file();
  }

  @Override
  public ReadLimits limits() {
    return parts.limits();
  }

  @Override
  public List<XmlReader> openOthers() {
    return Stream.of("styles.xml", "meta.xml").filter(parts::has).map(parts::open).toList();
  }

  @Override
  public XmlReader openContent() {
    return parts.open("content.xml");
  }

  @Override
  public void close() {
    parts.close();
  }
}
