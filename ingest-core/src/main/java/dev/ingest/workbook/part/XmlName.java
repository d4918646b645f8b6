package dev.ingest.workbook.part;

/** A qualified name as written. */
record XmlName(String prefix, String local) {

  static final XmlName NONE = new XmlName("", "");

  @Override
  public String toString() {
    return Names.shown(prefix.isEmpty() ? local : prefix + ":" + local);
  }
}
