package dev.ingest.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The distinct keys whose rows a load replaces, in order of appearance.
 *
 * @param columns the key's columns
 * @param keys one value per column, none null
 */
public record ReplaceScope(List<String> columns, List<List<Object>> keys) {

  /** Keeps its own copies. */
  public ReplaceScope {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** The scope of a load that replaces nothing. */
  public static ReplaceScope none() {
    return new ReplaceScope(List.of(), List.of());
  }

  /** Returns the distinct values in one of the columns, in order of appearance. */
  public List<Object> distinct(String column) {
    int index = columns.indexOf(column);
    Set<Object> values = new LinkedHashSet<>();
    keys.forEach(key -> values.add(key.get(index)));
    return List.copyOf(values);
  }
}
