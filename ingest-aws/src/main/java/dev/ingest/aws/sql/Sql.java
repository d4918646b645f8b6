package dev.ingest.aws.sql;

import java.util.List;

/**
 * Somewhere to run statements. All failures are {@link dev.ingest.load.LoadException}s. Used by one
 * thread.
 */
public interface Sql {

  /** Returns the rows of a query, in order. */
  List<SqlRow> rows(BoundSql query);

  /** Runs a statement and returns how many rows it changed. */
  long update(BoundSql statement);

  /** Runs a statement without values and returns how many rows it changed. */
  default long update(String statement) {
    return update(BoundSql.of(statement));
  }

  /** Returns what the rows of a question mean. */
  default <T> T ask(Question<T> question) {
    return question.meaning().apply(rows(question.sql()));
  }
}
