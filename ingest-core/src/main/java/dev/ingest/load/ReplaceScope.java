package dev.ingest.load;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

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

  /**
   * Says it in words: {@code date 2020-02-01; location UK, FR and 38 more}.
   *
   * @param most how many values of a column are named
   * @param sensitive columns of which values are counted and not named
   */
  public String summary(int most, Collection<String> sensitive) {
    StringJoiner all = new StringJoiner("; ");
    for (String column : columns) {
      List<Object> values = distinct(column);
      int named = sensitive.contains(column) ? 0 : Math.min(most, values.size());
      StringJoiner text = new StringJoiner(", ");
      values.subList(0, named).forEach(value -> text.add(value.toString()));
      String rest =
          named == 0
              ? values.size() + " values"
              : named < values.size() ? " and " + (values.size() - named) + " more" : "";
      all.add(column + " " + text + rest);
    }
    return all.toString();
  }
}
