package dev.ingest.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the physical rows of a sheet.
 *
 * @param physical rows that the file stores
 * @param header the header row: 1, or 0 where none was found
 * @param skipped rows skipped, by rule
 * @param blank rows whose mapped cells are all blank
 * @param filtered rows that a filter turned away, by filter
 * @param rejected rows with problems
 * @param accepted rows that became values
 */
public record RowCounts(
    long physical,
    long header,
    Map<String, Long> skipped,
    long blank,
    Map<String, Long> filtered,
    long rejected,
    long accepted) {

  /** Keeps its own copies. */
  public RowCounts {
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    filtered = Collections.unmodifiableMap(new LinkedHashMap<>(filtered));
  }

  /** The counts of a file that was refused before a row was read. */
  public static RowCounts none() {
    return new RowCounts(0, 0, Map.of(), 0, Map.of(), 0, 0);
  }

  /** Returns the rows that hold data: those that are neither header, skipped nor blank. */
  public long data() {
    return filteredRows() + rejected + accepted;
  }

  /** Returns the rows that all filters together turned away. */
  public long filteredRows() {
    return sum(filtered);
  }

  /** Returns the rows that all rules together skipped. */
  public long skippedRows() {
    return sum(skipped);
  }

  /** Returns whether each physical row has exactly one fate. */
  public boolean balances() {
    return physical == header + skippedRows() + blank + data();
  }

  private static long sum(Map<String, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum += count;
    }
    return sum;
  }
}
