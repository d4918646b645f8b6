package dev.ingest.explain;

/** Texts of a file in one line, and of limited length. */
final class Excerpt {

  private static final int LONGEST = 1000;

  private Excerpt() {}

  /** Returns the text without controls; of a long one the start, and how much was left off. */
  static String of(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    int length = clean.codePointCount(0, clean.length());
    return length <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST))
            + "… (%s characters more)".formatted(length - LONGEST);
  }
}
