package dev.ingest.testkit.doubles.redshift;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/** Reads the tokens of one statement from left to right; what is not expected is refused. */
final class TokenReader {

  private static final SqlToken END = new SqlToken(Kind.SYMBOL, "end of input", 0, 0);

  private final List<SqlToken> tokens;
  private int at;

  TokenReader(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  SqlToken peek() {
    return atEnd() ? END : tokens.get(at);
  }

  /** Where the token ends that was read last. */
  int lastEnd() {
    return tokens.get(Math.min(at, tokens.size()) - 1).end();
  }

  SqlToken next() {
    SqlToken token = peek();
    at++;
    return token;
  }

  boolean skipWord(String word) {
    boolean found = peek().isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  boolean skipSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    at += found ? 1 : 0;
    return found;
  }

  boolean skipOneOf(Set<String> words) {
    boolean found = peek().kind() == Kind.WORD && words.contains(peek().text());
    at += found ? 1 : 0;
    return found;
  }

  void word(String word) {
    if (!skipWord(word)) {
      throw unexpected();
    }
  }

  void symbol(String symbol) {
    if (!skipSymbol(symbol)) {
      throw unexpected();
    }
  }

  String name() {
    if (!peek().isName()) {
      throw unexpected();
    }
    return next().name();
  }

  String value(Kind kind) {
    if (peek().kind() != kind) {
      throw unexpected();
    }
    return next().text();
  }

  RedshiftRefusal unexpected() {
    return RedshiftRefusal.syntaxAt(peek().text());
  }
}
