package dev.ingest.workbook.part;

/** Names from a file, made fit for a message. */
public final class Names {

  private static final int LONGEST = 80;

  private Names() {}

  /** Returns the name without controls and not longer than a line. */
  public static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }
}
