package dev.ingest.row;

/** What becomes of rows that are hidden in the sheet, by a filter or by hand. */
public enum HiddenRows {
  /** They are read like others and counted, with a warning: a filter may have been forgotten. */
  READ("read"),
  /** They are left out and counted among the filtered rows. */
  SKIP("left out"),
  /** Each is a problem ({@code HIDDEN_ROW}). */
  REJECT("rejected");

  private final String label;

  HiddenRows(String label) {
    this.label = label;
  }

  /** Returns the words for reports. */
  public String label() {
    return label;
  }
}
