package dev.ingest.testkit.doubles.redshift;

import static java.util.Locale.ROOT;

import java.util.List;

/**
 * What PostgreSQL has and Redshift has not: words that follow each other, and Redshift's refusal.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "Unsupported PostgreSQL features",
 * "Unsupported PostgreSQL data types", "Unsupported PostgreSQL functions", and the syntax of each
 * command. The wording of the refusals is Redshift's kind, not its letter.
 */
record RedshiftAbsence(List<String> words, String sqlState, String message) {

  static final List<RedshiftAbsence> ALL =
      List.of(
          syntax("ON CONFLICT"),
          syntax("ON COMMIT"),
          syntax("RETURNING"),
          syntax("DISTINCT ON"),
          syntax("SKIP LOCKED"),
          syntax("LATERAL"),
          syntax("FILTER ("),
          syntax("( VALUES"),
          syntax("GENERATED ALWAYS"),
          syntax("UNLOGGED"),
          syntax("INCLUDING ALL"),
          syntax("INCLUDING CONSTRAINTS"),
          syntax("INCLUDING INDEXES"),
          command("FOR UPDATE"),
          command("CREATE INDEX"),
          command("CREATE UNIQUE INDEX"),
          command("SAVEPOINT"),
          command("CREATE TRIGGER"),
          command("CREATE SEQUENCE"),
          command("LISTEN"),
          source("FROM STDIN"),
          source("TO STDOUT"),
          column("CURRENT_CATALOG"),
          function("PG_ADVISORY_LOCK"),
          function("PG_ADVISORY_XACT_LOCK"),
          function("PG_TRY_ADVISORY_LOCK"),
          function("PG_TRY_ADVISORY_XACT_LOCK"),
          function("HASHTEXTEXTENDED"),
          function("TO_REGCLASS"),
          function("STRING_AGG"),
          function("ARRAY_AGG"),
          function("UNNEST"),
          function("GEN_RANDOM_UUID"),
          function("ROW_TO_JSON"));

  /** Types of columns; the same words may be names elsewhere. */
  static final List<RedshiftAbsence> TYPES =
      List.of(
          type("JSONB"),
          type("JSON"),
          type("BYTEA"),
          type("UUID"),
          type("XML"),
          type("SERIAL"),
          type("BIGSERIAL"));

  /** Whether these tokens contain the words, one after the other. */
  boolean occursIn(List<SqlToken> statement) {
    for (int i = 0; i + words.size() <= statement.size(); i++) {
      if (occursAt(statement, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean occursAt(List<SqlToken> statement, int start) {
    for (int i = 0; i < words.size(); i++) {
      SqlToken token = statement.get(start + i);
      if (!token.isWord(words.get(i)) && !token.isSymbol(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static RedshiftAbsence syntax(String words) {
    List<String> parts = List.of(words.split(" ", -1));
    String near = parts.get(parts.size() - 1);
    return new RedshiftAbsence(parts, "42601", "syntax error at or near \"" + near + "\"");
  }

  private static RedshiftAbsence command(String words) {
    return new RedshiftAbsence(
        List.of(words.split(" ", -1)),
        "0A000",
        "SQL command \"" + words + "\" not supported on Redshift tables.");
  }

  private static RedshiftAbsence source(String words) {
    return new RedshiftAbsence(
        List.of(words.split(" ", -1)),
        "0A000",
        "LOAD source is not supported. (Hint: only S3 or DynamoDB or EMR based load is allowed)");
  }

  private static RedshiftAbsence column(String word) {
    return new RedshiftAbsence(
        List.of(word), "42703", "column \"" + lower(word) + "\" does not exist");
  }

  private static RedshiftAbsence function(String word) {
    return new RedshiftAbsence(
        List.of(word, "("), "42883", "function " + lower(word) + " does not exist");
  }

  private static RedshiftAbsence type(String word) {
    return new RedshiftAbsence(
        List.of(word), "0A000", "Column has unsupported type \"" + lower(word) + "\".");
  }

  private static String lower(String word) {
    return word.toLowerCase(ROOT);
  }
}
