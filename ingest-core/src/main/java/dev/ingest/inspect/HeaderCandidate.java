package dev.ingest.inspect;

import java.util.List;

/**
 * A row that could be a header.
 *
 * @param row counted from 1
 * @param texts its texts, in the order of their columns
 */
public record HeaderCandidate(int row, List<String> texts) {

  /** Keeps its own copy. */
  public HeaderCandidate {
    texts = List.copyOf(texts);
  }
}
