package dev.ingest.aws.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values for it. The text holds checked identifiers and constants; what comes
 * from a file or an event is a value.
 *
 * @param text with a question mark for each value, and none elsewhere
 * @param values texts, whole numbers, or null; in order
 */
public record BoundSql(String text, List<@Nullable Object> values) {

  /** Keeps its own copy. */
  public BoundSql {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** A statement without values. */
  public static BoundSql of(String text) {
    return new BoundSql(text, List.of());
  }
}
