package dev.ingest.workbook;

import dev.ingest.workbook.bytes.DecimalBytes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Doubles as decimal text: the shortest that reads back as the same double, never an exponent.
 *
 * <p>{@link Double#toString} will not do: it writes exponents, and before JDK 19 it is not always
 * the shortest.
 */
public final class NumberText {

  /** The greatest integer of which Excel keeps all digits: fifteen. */
  public static final long MOST_KEPT = 999_999_999_999_999L;

  private static final int SURE_DIGITS = 15;

  /** Below a power of two doubles are denser: the nearest decimal may miss where the next hits. */
  private static final List<RoundingMode> NEAREST_FIRST =
      List.of(RoundingMode.HALF_EVEN, RoundingMode.UP);

  private NumberText() {}

  /** Returns the shortest text, integers without a point: {@code 88}, {@code 0.65}. */
  public static String plain(double value) {
    byte[] text = new byte[DecimalBytes.ROOM];
    int end = DecimalBytes.write(value, false, text, 0);
    if (end >= 0) {
      return new String(text, 0, end, StandardCharsets.ISO_8859_1);
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
    for (int digits = fewestDigits(value); digits < 17; digits++) {
      for (RoundingMode mode : NEAREST_FIRST) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == value) {
          return strip(rounded);
        }
      }
    }
    return strip(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }

  /** Decimals of 15 digits survive as doubles, but for the smallest, which have fewer bits. */
  private static int fewestDigits(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 1 : SURE_DIGITS;
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
