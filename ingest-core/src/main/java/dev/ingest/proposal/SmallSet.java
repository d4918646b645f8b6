package dev.ingest.proposal;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The different texts of a column, as long as they are few and short. Not thread-safe.
 *
 * <p>A set is given away only if its texts come up twice each on average: what stands in one row
 * only is that row's, not the column's.
 */
final class SmallSet {

  private static final int MOST = 12;
  private static final int LONGEST = 24;

  private final TreeSet<String> texts = new TreeSet<>();
  private boolean many;
  private long seen;

  void look(String text) {
    seen++;
    if (!many) {
      texts.add(text);
      many = texts.size() > MOST || text.length() > LONGEST;
    }
    if (many) {
      texts.clear();
    }
  }

  /** Returns the texts, in order, if they are a small set. */
  Optional<List<String>> texts() {
    return many || texts.isEmpty() || seen < 2L * texts.size()
        ? Optional.empty()
        : Optional.of(List.copyOf(texts));
  }
}
