package dev.ingest.workbook.part;

/** A qualified name as written. */
record XmlName(String prefix, String local) {

  static final XmlName NONE = new XmlName("", "");

  /** Written out: the generated one is linked at run time, which takes 10 ms at a cold start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof XmlName name && name.prefix.equals(prefix) && name.local.equals(local);
  }

  @Override
  public int hashCode() {
    return 31 * prefix.hashCode() + local.hashCode();
  }

  @Override
  public String toString() {
    return Names.shown(prefix.isEmpty() ? local : prefix + ":" + local);
  }
}
