package dev.ingest.row;

import dev.ingest.problem.NullReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts the nulls of accepted rows by column and reason. Not thread-safe. */
public final class NullTally {

  /** A count that is raised without a new object for each number. */
  private static final class Count {
    private long value;
  }

  private final List<Map<NullReason, Count>> counts = new ArrayList<>();
  private final List<String> columns;

  NullTally(List<String> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      counts.add(new LinkedHashMap<>());
    }
  }

  /**
   * Counts a null of an accepted row.
   *
   * @param column its position in the schema, counted from 0
   */
  public void count(int column, NullReason reason) {
    Map<NullReason, Count> ofColumn = counts.get(column);
    Count count = ofColumn.get(reason);
    if (count == null) {
      count = new Count();
      ofColumn.put(reason, count);
    }
    count.value++;
  }

  /** Counts several nulls of accepted rows at once. */
  public void count(int column, NullReason reason, long times) {
    if (times > 0) {
      count(column, reason);
      Objects.requireNonNull(counts.get(column).get(reason)).value += times - 1;
    }
  }

  /** Returns how many nulls of a column were counted, for whatever reason. */
  public long total(int column) {
    long total = 0;
    for (Count count : counts.get(column).values()) {
      total += count.value;
    }
    return total;
  }

  /** Returns the counts by column and reason, in order of appearance; columns without null not. */
  public Map<String, Map<NullReason, Long>> byColumn() {
    Map<String, Map<NullReason, Long>> all = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!counts.get(i).isEmpty()) {
        Map<NullReason, Long> ofColumn = new LinkedHashMap<>();
        for (Map.Entry<NullReason, Count> count : counts.get(i).entrySet()) {
          ofColumn.put(count.getKey(), count.getValue().value);
        }
        all.put(columns.get(i), Collections.unmodifiableMap(ofColumn));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
