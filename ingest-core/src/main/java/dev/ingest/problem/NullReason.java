package dev.ingest.problem;

import dev.ingest.workbook.ExcelError;

/**
 * Why a value is null. There are few per column, so they can be counted.
 *
 * @param label as reports show it: {@code blank}, {@code #N/A}, {@code token "n/a"}, {@code
 *     NOT_A_NUMBER}
 */
public record NullReason(String label) {

  private static final NullReason BLANK = new NullReason("blank");
  private static final NullReason BY_DECODER = new NullReason("decoder");

  /** The cell is blank. */
  public static NullReason blank() {
    return BLANK;
  }

  /** The cell holds this error, and the column takes it for null. */
  public static NullReason error(ExcelError error) {
    return new NullReason(error.code());
  }

  /** The cell holds text that the column declares to mean absent. */
  public static NullReason token(String token) {
    return new NullReason("token \"" + token + "\"");
  }

  /** The cell could not be decoded, and the column is lenient. */
  public static NullReason undecodable(ProblemCode code) {
    return new NullReason(code.name());
  }

  /** The column's decoder takes the cell for absent and says no more. */
  public static NullReason byDecoder() {
    return BY_DECODER;
  }

  @Override
  public String toString() {
    return label;
  }
}
