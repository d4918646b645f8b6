package dev.ingest.problem;

import dev.ingest.workbook.ExcelError;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Why a value is null. There are few per column, so they can be counted.
 *
 * @param label as reports show it: {@code blank}, {@code #N/A}, {@code token "n/a"}, {@code
 *     NOT_A_NUMBER}
 */
public record NullReason(String label) {

  private static final Map<ExcelError, NullReason> ERRORS = errors();
  private static final NullReason BLANK = new NullReason("blank");
  private static final NullReason MISSING = new NullReason("column missing");
  private static final NullReason BY_ROW = new NullReason("row");
  private static final NullReason BY_DECODER = new NullReason("decoder");

  private static Map<ExcelError, NullReason> errors() {
    Map<ExcelError, NullReason> reasons = new EnumMap<>(ExcelError.class);
    for (ExcelError error : ExcelError.values()) {
      reasons.put(error, new NullReason(error.code()));
    }
    return reasons;
  }

  /** The cell is blank. */
  public static NullReason blank() {
    return BLANK;
  }

  /** The table lacks the column, and may. */
  public static NullReason missing() {
    return MISSING;
  }

  /** The cell holds this error, and the column takes it for null. */
  public static NullReason error(ExcelError error) {
    return Objects.requireNonNull(ERRORS.get(error));
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

  /** The cell has a value, of which the row's own constructor or accessor has made null. */
  public static NullReason byRow() {
    return BY_ROW;
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
