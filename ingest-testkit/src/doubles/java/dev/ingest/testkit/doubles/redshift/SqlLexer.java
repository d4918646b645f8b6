package dev.ingest.testkit.doubles.redshift;

import static java.util.Locale.ROOT;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into tokens: as much of the lexical rules as a driver's and a loader's SQL needs. */
final class SqlLexer {

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  static List<SqlToken> tokens(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.at < sql.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at)) {
      at = endOf("\n", at);
    } else if (sql.startsWith("/*", at)) {
      at = endOf("*/", at + 2);
    } else if (c == '\'') {
      quoted(Kind.STRING, '\'');
    } else if (c == '"') {
      quoted(Kind.IDENTIFIER, '"');
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else if (Character.isDigit(c)) {
      add(Kind.NUMBER, endOfDigits(at));
    } else if (c == '$') {
      dollar();
    } else {
      add(Kind.SYMBOL, at + 1);
    }
  }

  private void quoted(Kind kind, char quote) {
    int start = at;
    StringBuilder content = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c != quote) {
        content.append(c);
      } else if (at < sql.length() && sql.charAt(at) == quote) {
        content.append(c);
        at++;
      } else {
        tokens.add(new SqlToken(kind, content.toString(), start, at));
        return;
      }
    }
    throw new RedshiftRefusal("42601", "unterminated quoted text");
  }

  private void word() {
    int end = at;
    while (end < sql.length() && isPartOfWord(sql.charAt(end))) {
      end++;
    }
    tokens.add(new SqlToken(Kind.WORD, sql.substring(at, end).toUpperCase(ROOT), at, end));
    at = end;
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void dollar() {
    int end = endOfDigits(at + 1);
    if (end > at + 1) {
      add(Kind.PARAMETER, end);
      return;
    }
    int open = sql.indexOf('$', at + 1) + 1;
    String delimiter = open == 0 ? "$" : sql.substring(at, open);
    int close = open == 0 ? -1 : sql.indexOf(delimiter, open);
    if (close < 0) {
      throw new RedshiftRefusal("42601", "unterminated dollar-quoted string");
    }
    tokens.add(
        new SqlToken(Kind.STRING, sql.substring(open, close), at, close + delimiter.length()));
    at = close + delimiter.length();
  }

  private void add(Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(at, end), at, end));
    at = end;
  }

  private int endOfDigits(int from) {
    int end = from;
    while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOf(String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
