package dev.ingest.definition;

import dev.ingest.naming.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the columns that a file declares.
 *
 * @param all in the order of the file
 */
record ColumnNames(Set<String> all) {

  /** Returns the column that a value names; null, with the mistake noted, where it names none. */
  @Nullable String name(Value value) {
    String column = value.text();
    if (column != null && !all.contains(column)) {
      value.mistake(
          "expected one of the columns %s, found \"%s\"%s"
              .formatted(
                  String.join(", ", all),
                  column,
                  NearMiss.of(column, all).map(Value::meant).orElse("")));
      return null;
    }
    return column;
  }

  /** Returns the columns that a list names; null, with all mistakes noted, where one is none. */
  @Nullable List<String> names(Value list) {
    List<Value> items = list.items();
    List<String> names = new ArrayList<>();
    for (Value item : items) {
      String name = name(item);
      if (name != null) {
        names.add(name);
      }
    }
    return names.isEmpty() || names.size() < items.size() ? null : names;
  }
}
