package dev.ingest.workbook.part;

/** An attribute, its value with references replaced. */
record XmlAttribute(XmlName name, String value) {

  /** Binds a prefix, if that is what this attribute is for. */
  void declare(int depth, XmlNamespaces namespaces) {
    if (name.prefix().equals("xmlns")) {
      namespaces.bind(depth, name.local(), value);
    } else if (name.prefix().isEmpty() && name.local().equals("xmlns")) {
      namespaces.bind(depth, "", value);
    }
  }
}
