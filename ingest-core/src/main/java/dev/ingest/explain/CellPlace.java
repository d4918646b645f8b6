package dev.ingest.explain;

/** Where a cell stands with respect to the table that a pipeline reads. */
public enum CellPlace {
  /** Below the header, in a column of the schema. */
  DATA("data"),
  /** In the header's row. */
  HEADER("header"),
  /** Above the header: no row of the table. */
  ABOVE_HEADER("above the header"),
  /** Below the header, in a column that the schema does not read. */
  OTHER_COLUMN("outside the columns"),
  /** On the table's sheet, outside the range that the pipeline reads. */
  OUTSIDE_RANGE("outside the range"),
  /** On another sheet than the table's. */
  OTHER_SHEET("on another sheet"),
  /** The pipeline finds no table: its sheet or its header is not there. */
  NO_TABLE("no table");

  private final String label;

  CellPlace(String label) {
    this.label = label;
  }

  /** Returns the words for people. */
  public String label() {
    return label;
  }
}
