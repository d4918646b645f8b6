package dev.ingest.bench.workbook;

import java.math.BigDecimal;
import java.math.MathContext;

/** How many significant digits a producer writes: the same number has another text in each. */
record Digits(int count) {

  /** Returns the decimal without exponent and without zeros at its end. */
  String text(double value) {
    return new BigDecimal(value).round(new MathContext(count)).stripTrailingZeros().toPlainString();
  }
}
