package dev.ingest.aws.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer.
 *
 * @param values each column's value as the text that the database has for it, in order
 */
public record SqlRow(Map<String, @Nullable String> values) {

  /** Keeps its own copy. */
  public SqlRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a column's text. */
  public @Nullable String optional(String column) {
    return values.get(column);
  }

  /** Returns a column's text where it cannot be null. */
  public String text(String column) {
    String text = values.get(column);
    if (text == null) {
      throw new IllegalStateException(
          "answer: expected a value of %s, found none; please report this".formatted(column));
    }
    return text;
  }

  /** Returns a column's whole number. */
  public long number(String column) {
    return Long.parseLong(text(column));
  }

  /** Returns a column's moment, written as a date and a time in UTC with a blank between them. */
  public Instant instant(String column) {
    return LocalDateTime.parse(text(column).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
