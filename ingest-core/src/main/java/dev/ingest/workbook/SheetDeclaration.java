package dev.ingest.workbook;

/**
 * How a {@link SheetSelector} is declared, for those who write it down.
 *
 * @param text a name, a position, a regular expression or a reference; empty for the only visible
 *     sheet
 */
public record SheetDeclaration(Way way, String text) {

  /** What the text is. */
  public enum Way {
    /** Nothing: the only visible sheet. */
    ONLY_VISIBLE,
    /** The name of a sheet. */
    NAMED,
    /** The position among the worksheets, counted from 1. */
    POSITION,
    /** A regular expression for the whole name. */
    MATCHING,
    /** What {@link SheetSelector#parse} reads: a range, or the name of a sheet, table or name. */
    REFERENCE
  }
}
