package dev.ingest.testkit.workbook;

/**
 * An error cell.
 *
 * @param code as the file stores it; any text, so that unknown errors can be made
 */
public record CellError(String code) {

  /** A value is not available. */
  public static final CellError NA = new CellError("#N/A");

  /** A division by zero. */
  public static final CellError DIV_0 = new CellError("#DIV/0!");

  /** A reference to a cell that is gone. */
  public static final CellError REF = new CellError("#REF!");

  /** An operand of the wrong type. */
  public static final CellError VALUE = new CellError("#VALUE!");
}
