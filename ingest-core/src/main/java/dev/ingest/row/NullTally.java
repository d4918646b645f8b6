package dev.ingest.row;

import dev.ingest.problem.NullReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the nulls of accepted rows by column and reason. */
public final class NullTally {

  private final List<Map<NullReason, Long>> counts = new ArrayList<>();
  private final List<String> columns;

  NullTally(List<String> columns) {
    this.columns = columns;
    columns.forEach(column -> counts.add(new LinkedHashMap<>()));
  }

  void count(int column, NullReason reason) {
    counts.get(column).merge(reason, 1L, Long::sum);
  }

  /** Returns the counts by column and reason, in order of appearance; columns without null not. */
  public Map<String, Map<NullReason, Long>> byColumn() {
    Map<String, Map<NullReason, Long>> all = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!counts.get(i).isEmpty()) {
        all.put(columns.get(i), Collections.unmodifiableMap(new LinkedHashMap<>(counts.get(i))));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
