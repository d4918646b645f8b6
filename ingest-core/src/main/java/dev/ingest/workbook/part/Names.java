package dev.ingest.workbook.part;

/** Names from a file, made fit for a message. */
public final class Names {

  private static final int LONGEST = 80;

  private Names() {}

  /** Returns the name without controls and not longer than a line. */
  public static String shown(String name) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < name.length() && i < LONGEST; i++) {
      char c = name.charAt(i);
      clean.append(c < ' ' || c == 0x7f ? '?' : c);
    }
    return name.length() > LONGEST ? clean.append('…').toString() : clean.toString();
  }
}
