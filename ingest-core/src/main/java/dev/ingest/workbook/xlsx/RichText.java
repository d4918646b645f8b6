package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.part.XmlReader;

/** Text of a shared or inline string: its runs joined, phonetic runs left out (18.4.4, 18.4.6). */
final class RichText {

  private RichText() {}

  /**
   * Reads to the end of the element just started.
   *
   * @param element its name, {@code si} or {@code is}
   */
  static String read(XmlReader xml, String element) {
    StringBuilder all = new StringBuilder();
    xml.next();
    while (!xml.ends(element)) {
      if (xml.starts("rPh") || xml.startsUnknown()) {
        xml.skip();
      } else if (xml.starts("t")) {
        all.append(xml.elementText());
      }
      xml.next();
    }
    return Escapes.decode(all.toString());
  }
}
