package dev.ingest.bench.workbook;

/** Text in XML. */
final class XmlText {

  private XmlText() {}

  static String escaped(String text) {
    return text.indexOf('&') < 0 && text.indexOf('<') < 0
        ? text
        : text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
