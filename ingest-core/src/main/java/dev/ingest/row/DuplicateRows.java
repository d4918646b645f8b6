package dev.ingest.row;

/** What becomes of rows whose key an accepted row has too. */
public enum DuplicateRows {
  /** The later one is rejected: {@code DUPLICATE_KEY}. */
  REJECT("later ones are rejected"),
  /** The later one is filtered. */
  KEEP_FIRST("the first one is kept"),
  /** The earlier one is filtered. To know it takes a pass of its own over the sheet. */
  KEEP_LAST("the last one is kept"),
  /** The later one is filtered where it has all values of the earlier one; else it is rejected. */
  COLLAPSE_IDENTICAL("identical ones are one, others are rejected");

  private final String label;

  DuplicateRows(String label) {
    this.label = label;
  }

  /** Returns the words for reports. */
  public String label() {
    return label;
  }
}
