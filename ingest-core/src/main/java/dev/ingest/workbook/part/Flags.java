package dev.ingest.workbook.part;

/** Boolean attributes: xsd:boolean, and the words that some writers use (ST_OnOff). */
public final class Flags {

  private Flags() {}

  /** Returns whether the attribute is there and says yes. */
  public static boolean read(XmlReader xml, String attribute) {
    String value = xml.attribute(attribute);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }
}
