package dev.ingest.testkit.doubles.redshift;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Says in PostgreSQL's SQL what a script says in Redshift's; what Redshift refuses, fails. */
final class RedshiftDialect {

  private static final Set<String> ONE_WORD_ATTRIBUTES = Set.of("DISTSTYLE", "ENCODE", "BACKUP");
  private static final Set<String> LIST_ATTRIBUTES = Set.of("DISTKEY", "SORTKEY");
  private static final Set<String> SORT_KINDS = Set.of("COMPOUND", "INTERLEAVED");

  private final String script;

  private RedshiftDialect(String script) {
    this.script = script;
  }

  static String translate(String script) {
    return new RedshiftDialect(script).translated();
  }

  /** Whether a script is the one statement that commits the transaction it runs in. */
  static boolean isTruncate(String script) {
    try {
      List<SqlToken> tokens = SqlLexer.tokens(script);
      return !tokens.isEmpty() && tokens.get(0).isWord("TRUNCATE");
    } catch (RedshiftRefusal e) {
      return false;
    }
  }

  private String translated() {
    try {
      StringJoiner statements = new StringJoiner("; ");
      for (List<SqlToken> statement : statements(SqlLexer.tokens(script))) {
        statements.add(translated(statement));
      }
      return statements.toString();
    } catch (RedshiftRefusal e) {
      return e.asStatement(List.of());
    }
  }

  private static List<List<SqlToken>> statements(List<SqlToken> tokens) {
    List<List<SqlToken>> statements = new ArrayList<>();
    List<SqlToken> open = new ArrayList<>();
    for (SqlToken token : tokens) {
      if (!token.isSymbol(";")) {
        open.add(token);
      } else if (!open.isEmpty()) {
        statements.add(open);
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      statements.add(open);
    }
    return statements;
  }

  private String translated(List<SqlToken> statement) {
    try {
      return inPostgres(statement);
    } catch (RedshiftRefusal e) {
      return e.asStatement(statement);
    }
  }

  private String inPostgres(List<SqlToken> statement) {
    SqlToken first = statement.get(0);
    refuseAbsent(RedshiftAbsence.ALL, statement);
    if (first.isWord("COPY")) {
      return RedshiftCopy.callFor(statement);
    }
    if (first.isWord("MERGE")) {
      RedshiftMerge.check(statement);
    }
    if (first.isWord("LOCK")) {
      checkLock(new TokenReader(statement));
    }
    if (first.isWord("CREATE")) {
      refuseAbsent(RedshiftAbsence.TYPES, statement);
      return new Rewriting(statement).ofTable();
    }
    return new Rewriting(statement).ofVersion();
  }

  private static void refuseAbsent(List<RedshiftAbsence> absences, List<SqlToken> statement) {
    for (RedshiftAbsence absence : absences) {
      if (absence.occursIn(statement)) {
        throw new RedshiftRefusal(absence.sqlState(), absence.message());
      }
    }
  }

  /** {@code LOCK [TABLE] name [, ...]}: Redshift knows one mode, and does not name it. */
  private static void checkLock(TokenReader in) {
    in.word("LOCK");
    in.skipWord("TABLE");
    do {
      in.name();
      if (in.skipSymbol(".")) {
        in.name();
      }
    } while (in.skipSymbol(","));
    if (!in.atEnd()) {
      throw in.unexpected();
    }
  }

  /** Copies a statement, but for some of its words. */
  private final class Rewriting {
    private final TokenReader in;
    private final StringBuilder out = new StringBuilder();
    private int copied;

    Rewriting(List<SqlToken> statement) {
      in = new TokenReader(statement);
      copied = statement.get(0).start();
    }

    String ofVersion() {
      while (!in.atEnd()) {
        SqlToken token = in.next();
        if (token.isWord("VERSION") && in.peek().isSymbol("(")) {
          replace(token, "redshift_double.version");
        }
        keep();
      }
      return out.toString();
    }

    String ofTable() {
      while (!in.atEnd()) {
        SqlToken token = in.peek();
        if (in.skipOneOf(ONE_WORD_ATTRIBUTES)) {
          in.next();
          drop();
        } else if (in.skipOneOf(SORT_KINDS)) {
          drop();
        } else if (in.skipOneOf(LIST_ATTRIBUTES)) {
          skipList();
          drop();
        } else {
          in.next();
          replaceType(token);
          keep();
        }
      }
      return out.toString();
    }

    /** Redshift keeps {@code TEXT} and a bare {@code VARCHAR} as {@code VARCHAR(256)}. */
    private void replaceType(SqlToken token) {
      boolean bare = token.isWord("VARCHAR") && !in.peek().isSymbol("(");
      if (bare || token.isWord("TEXT")) {
        replace(token, "varchar(256)");
      } else if (token.isWord("MAX") && in.peek().isSymbol(")")) {
        replace(token, "65535");
      } else if (token.kind() == Kind.PARAMETER) {
        throw RedshiftRefusal.syntaxAt(token.text());
      }
    }

    private void skipList() {
      if (in.skipSymbol("(")) {
        while (!in.next().isSymbol(")")) {
          if (in.atEnd()) {
            throw in.unexpected();
          }
        }
      } else {
        in.skipWord("AUTO");
      }
    }

    private void replace(SqlToken token, String text) {
      out.append(script, copied, token.start()).append(text);
      copied = token.end();
    }

    private void keep() {
      out.append(script, copied, in.lastEnd());
      copied = in.lastEnd();
    }

    private void drop() {
      copied = in.lastEnd();
    }
  }
}
