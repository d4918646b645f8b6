package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many digits a decimal has, as in SQL's {@code numeric(precision, scale)}.
 *
 * @param precision digits in all, at least 1
 * @param scale digits behind the point, from 0 to the precision; values get exactly so many
 * @param rounding what becomes of further digits; {@link RoundingMode#UNNECESSARY} refuses them
 */
public record DecimalSize(int precision, int scale, RoundingMode rounding) {

  /** Refuses sizes that no number has. */
  public DecimalSize {
    if (precision < 1 || scale < 0 || scale > precision) {
      throw new IllegalArgumentException(
          "expected a precision of at least 1 and a scale from 0 to it, found (%s, %s)"
              .formatted(precision, scale));
    }
  }

  /** Makes a size that refuses further digits. */
  public static DecimalSize of(int precision, int scale) {
    return new DecimalSize(precision, scale, RoundingMode.UNNECESSARY);
  }

  /** Returns the value at this scale. */
  BigDecimal fit(Cell cell, BigDecimal value) throws CellDecodeException {
    if (rounding == RoundingMode.UNNECESSARY && value.stripTrailingZeros().scale() > scale) {
      throw Refusals.of(
          cell,
          ProblemCode.TOO_MANY_DECIMALS,
          "a number of at most " + digits(scale) + " behind the point");
    }
    BigDecimal scaled = value.setScale(scale, rounding);
    if (scaled.precision() > precision) {
      throw Refusals.of(
          cell,
          ProblemCode.OUT_OF_RANGE,
          "a number of at most " + digits(precision - scale) + " before the point");
    }
    return scaled;
  }

  private static String digits(int count) {
    return count + (count == 1 ? " digit" : " digits");
  }

  /** Returns {@code 12, 2}, or {@code 12, 2, HALF_EVEN}. */
  @Override
  public String toString() {
    return precision + ", " + scale + (rounding == RoundingMode.UNNECESSARY ? "" : ", " + rounding);
  }
}
