package dev.ingest.testkit.doubles.redshift;

import static java.util.Locale.ROOT;

/**
 * A token of SQL.
 *
 * @param kind what it is
 * @param text a word in upper case, a string's or a quoted identifier's content, else as it stands
 * @param start where it begins in the text of the script
 * @param end where it ends
 */
record SqlToken(Kind kind, String text, int start, int end) {

  enum Kind {
    WORD,
    IDENTIFIER,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.IDENTIFIER;
  }

  /** The name as the database folds it. */
  String name() {
    return kind == Kind.WORD ? text.toLowerCase(ROOT) : text;
  }
}
