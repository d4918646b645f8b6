package dev.ingest.workbook.part;

/**
 * A namespace of XML that a format is written in.
 *
 * @param uri its name
 */
public record XmlSpace(String uri) {

  boolean holds(String other) {
    return uri.equals(other);
  }
}
