package dev.ingest.row;

/**
 * What becomes of a table that lacks a column. A required column is never allowed to be missing.
 */
public enum MissingColumn {
  /** The file is refused: a column that vanished is data that vanished. */
  FAIL("refuses the file"),
  /** A nullable column is null in all rows, counted under {@code column missing}. */
  NULL("null if nullable");

  private final String label;

  MissingColumn(String label) {
    this.label = label;
  }

  /** Returns the words for reports. */
  public String label() {
    return label;
  }
}
