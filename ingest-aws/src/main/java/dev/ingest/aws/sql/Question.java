package dev.ingest.aws.sql;

import java.util.List;
import java.util.function.Function;

/**
 * A query, and what its rows mean.
 *
 * @param sql the query
 * @param meaning what is answered, by all rows in their order
 */
public record Question<T>(BoundSql sql, Function<List<SqlRow>, T> meaning) {

  /** A query of one row with one whole number, named {@code n}. */
  public static Question<Long> count(String text) {
    return new Question<>(BoundSql.of(text), rows -> rows.get(0).number("n"));
  }
}
