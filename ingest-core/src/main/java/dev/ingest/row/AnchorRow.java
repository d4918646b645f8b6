package dev.ingest.row;

/** Which row has the values that {@link RowFilter#sameAsFirst} compares the others with. */
public enum AnchorRow {
  /** The first row of data. Where its value cannot be read, the file is refused. */
  FIRST("first row"),
  /**
   * The first row of data in which all columns can be read that ask for it. Rows above it are
   * judged like any other, and the report says that it is not the first one. Where there is none,
   * the file is refused.
   */
  FIRST_READABLE("first readable row");

  private final String label;

  AnchorRow(String label) {
    this.label = label;
  }

  /** Returns the words in reports. */
  public String label() {
    return label;
  }
}
