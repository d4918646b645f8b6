package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.Relationships;
import dev.ingest.workbook.part.XmlReader;
import java.util.Optional;

/** Reads which program wrote a package: ECMA-376 Part 1, 22.2, extended properties. */
final class PropertiesPart {

  private PropertiesPart() {}

  /** Returns the program and its version, as far as the package says. */
  static Optional<String> producer(OpcPackage parts) {
    Relationships relationships = parts.relationships("");
    return relationships
        .byKind("extended-properties")
        .or(() -> relationships.byKind("extendedProperties")) // as Strict has it
        .flatMap(part -> read(parts, part));
  }

  private static Optional<String> read(OpcPackage parts, String part) {
    String application = "";
    String version = "";
    try (XmlReader xml = parts.open(part)) {
      while (xml.next() != XmlReader.Event.END_DOCUMENT) {
        if (xml.starts("Application")) {
          application = xml.elementText().strip();
        } else if (xml.starts("AppVersion")) {
          version = xml.elementText().strip();
        }
      }
    }
    String both = (application + " " + version).strip();
    return application.isEmpty() ? Optional.empty() : Optional.of(both);
  }
}
