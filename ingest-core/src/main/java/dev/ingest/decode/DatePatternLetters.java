package dev.ingest.decode;

/** The letters of a date pattern that stand for something, those in quotes left out. */
final class DatePatternLetters {

  private DatePatternLetters() {}

  /** Returns the pattern with a space for each character within quotes. */
  static String of(String pattern) {
    StringBuilder letters = new StringBuilder(pattern);
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      boolean quote = pattern.charAt(i) == '\'';
      quoted ^= quote;
      if (quote || quoted) {
        letters.setCharAt(i, ' ');
      }
    }
    return letters.toString();
  }

  /** Returns the pattern with the proleptic year for the year of an era that it does not name. */
  static String strict(String pattern) {
    String letters = of(pattern);
    if (letters.indexOf('G') >= 0) {
      return pattern;
    }
    StringBuilder strict = new StringBuilder(pattern);
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) == 'y') {
        strict.setCharAt(i, 'u');
      }
    }
    return strict.toString();
  }

  /** Returns whether letters stand for words, which every language has its own of. */
  static boolean hasNames(String letters) {
    return letters.contains("MMM")
        || letters.contains("LLL")
        || letters.contains("QQQ")
        || letters.indexOf('E') >= 0
        || letters.indexOf('a') >= 0
        || letters.indexOf('B') >= 0
        || letters.indexOf('G') >= 0;
  }
}
