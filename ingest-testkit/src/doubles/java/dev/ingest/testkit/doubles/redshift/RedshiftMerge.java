package dev.ingest.testkit.doubles.redshift;

import java.util.List;

/**
 * The form of {@code MERGE} that Redshift takes, which is narrower than PostgreSQL's: no alias for
 * the target, both clauses, and no further condition in them.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "MERGE".
 */
final class RedshiftMerge {

  private RedshiftMerge() {}

  static void check(List<SqlToken> statement) {
    TokenReader in = new TokenReader(statement);
    in.word("MERGE");
    in.word("INTO");
    in.name();
    if (in.skipSymbol(".")) {
      in.name();
    }
    in.word("USING");
    skipToWhen(in);
    in.word("WHEN");
    in.word("MATCHED");
    in.word("THEN");
    if (!in.skipWord("UPDATE")) {
      in.word("DELETE");
    }
    skipToWhen(in);
    in.word("WHEN");
    in.word("NOT");
    in.word("MATCHED");
    in.word("THEN");
    in.word("INSERT");
    skipToWhen(in);
    if (!in.atEnd()) {
      throw in.unexpected();
    }
  }

  private static void skipToWhen(TokenReader in) {
    int cases = 0;
    while (!in.atEnd() && (cases > 0 || !in.peek().isWord("WHEN"))) {
      if (in.peek().isWord("REMOVE")) {
        throw RedshiftRefusal.notImitated("MERGE with REMOVE DUPLICATES");
      }
      cases += in.peek().isWord("CASE") ? 1 : in.peek().isWord("END") ? -1 : 0;
      in.next();
    }
  }
}
