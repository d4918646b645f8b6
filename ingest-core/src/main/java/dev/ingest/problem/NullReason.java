package dev.ingest.problem;

import dev.ingest.workbook.ExcelError;

/**
 * Why a value is null. There are few per column, so they can be counted.
 *
 * @param label as reports show it: {@code blank}, {@code #N/A}, {@code token "n/a"}, {@code
 *     NOT_A_NUMBER}
 */
public record NullReason(String label) {

  private static final NullReason[] ERRORS = errors();
  private static final NullReason BLANK = new NullReason("blank");
  private static final NullReason BY_DECODER = new NullReason("decoder");

  private static NullReason[] errors() {
    ExcelError[] all = ExcelError.values();
    NullReason[] reasons = new NullReason[all.length];
    for (int i = 0; i < all.length; i++) {
      reasons[i] = new NullReason(all[i].code());
    }
    return reasons;
  }

  /** The cell is blank. */
  public static NullReason blank() {
    return BLANK;
  }

  /** The cell holds this error, and the column takes it for null. */
  public static NullReason error(ExcelError error) {
    return ERRORS[error.ordinal()];
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

  /** Written out: the generated one is linked at run time, which takes 10 ms at a cold start. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof NullReason reason && reason.label.equals(label);
  }

  @Override
  public int hashCode() {
    return label.hashCode();
  }

  @Override
  public String toString() {
    return label;
  }
}
