package dev.ingest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as decimal text: the shortest that reads back as the same double, never an exponent.
 *
 * <p>{@link Double#toString} will not do: it writes exponents, and before JDK 19 it is not always
 * the shortest.
 */
public final class NumberText {

  private static final int SURE_DIGITS = 15;

  private NumberText() {}

  /** Returns the shortest text, integers without a point: {@code 88}, {@code 0.65}. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.isFinite(value) ? decimal(value).toPlainString() : Double.toString(value);
  }

  /** Returns the shortest text with at least one decimal: {@code 88.0}, {@code 0.65}. */
  public static String floating(double value) {
    String text = value == 0 && 1 / value < 0 ? "-0" : plain(value);
    return Double.isFinite(value) && text.indexOf('.') < 0 ? text + ".0" : text;
  }

  /** Returns the shortest decimal that rounds to this double, without trailing zeros. */
  public static BigDecimal decimal(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = SURE_DIGITS; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return strip(rounded);
      }
    }
    return strip(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }

  /** Returns the decimal at Excel's 15 significant digits, without trailing zeros. */
  public static BigDecimal excelDecimal(double value) {
    return strip(new BigDecimal(value).round(new MathContext(SURE_DIGITS, RoundingMode.HALF_EVEN)));
  }

  private static BigDecimal strip(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
