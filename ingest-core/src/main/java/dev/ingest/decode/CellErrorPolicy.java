package dev.ingest.decode;

/** What a column makes of one of Excel's error values. */
public enum CellErrorPolicy {
  /** The value is absent; the null is counted under the error. */
  NULL("null"),
  /** The row is rejected, even where the column is lenient otherwise. */
  REJECT("rejects the row"),
  /** The whole file is refused: nothing is loaded and nothing deleted. */
  FAIL_FILE("refuses the file");

  private final String label;

  CellErrorPolicy(String label) {
    this.label = label;
  }

  /** Returns the words for reports: {@code #N/A} <i>rejects the row</i>. */
  public String label() {
    return label;
  }
}
