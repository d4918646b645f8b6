package dev.ingest.row;

/** What becomes of a table that has a header no column asked for. Its cells are never read. */
public enum UnexpectedColumn {
  /** The report lists it. */
  WARN("warns"),
  /** Nothing is said. */
  IGNORE("ignored"),
  /** The file is refused. */
  FAIL("refuses the file");

  private final String label;

  UnexpectedColumn(String label) {
    this.label = label;
  }

  /** Returns the words for reports. */
  public String label() {
    return label;
  }
}
