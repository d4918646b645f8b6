package dev.ingest.workbook;

/** What a cell holds. A formula's kind is the kind of its cached value. */
public enum CellKind {
  /** Nothing: the cell is absent, or it carries a style only. */
  BLANK("blank"),
  /** Text, possibly empty (a formula may yield empty text). */
  TEXT("text"),
  /** A number whose format is not a date or time format. */
  NUMBER("number"),
  /** A number under a date or time format, or an ISO 8601 date cell: a serial. */
  DATE("date"),
  /** TRUE or FALSE. */
  LOGICAL("boolean"),
  /** An error such as {@code #N/A}. */
  ERROR("error"),
  /** A formula that was saved without a value. Never blank, never zero. */
  UNCALCULATED("formula without a value");

  private final String label;

  CellKind(String label) {
    this.label = label;
  }

  /** Returns the word for this kind in messages: {@code text}, {@code number}. */
  public String label() {
    return label;
  }
}
