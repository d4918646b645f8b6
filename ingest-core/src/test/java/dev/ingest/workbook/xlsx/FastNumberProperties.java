package dev.ingest.workbook.xlsx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decimal text becomes the double that {@link Double#parseDouble} says, to the last bit. */
class FastNumberProperties {

  @Property(tries = 20_000)
  void decimalsAreTheNearestDouble(@ForAll("decimals") String text) {
    assertThat(parsed(text)).isEqualTo(Double.parseDouble(text));
  }

  /** What Excel writes: 17 digits of any double. */
  @Property(tries = 20_000)
  void seventeenDigitsAreTheirDouble(@ForAll("doubles") double value) {
    String text = new BigDecimal(value).round(new MathContext(17)).toPlainString();

    assertThat(parsed(text)).isEqualTo(Double.parseDouble(text)).isEqualTo(value);
  }

  @Example
  void zerosThatDoNotCountAreNoDigits() {
    assertThat(parsed("0.048000000000000001")).isEqualTo(0.048);
    assertThat(parsed("-0.00000000000000000000012345")).isEqualTo(-1.2345e-22);
    assertThat(parsed("000000000000000000000000012.5")).isEqualTo(12.5);
    assertThat(parsed("0.0000000000000000000000000")).isEqualTo(0.0);
    assertThat(parsed("1E-3")).isEqualTo(0.001);
    assertThat(parsed("1d")).isNaN();
    assertThat(parsed(".")).isNaN();
  }

  private static double parsed(String text) {
    byte[] b = text.getBytes(US_ASCII);
    return FastNumber.parse(b, 0, b.length);
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-1e6, 1e6).ofScale(15),
        Arbitraries.longs()
            .map(Double::longBitsToDouble)
            .filter(d -> Math.abs(d) < 1e15)
            .filter(d -> Math.abs(d) > 1e-7));
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> zeros = Arbitraries.strings().withChars('0').ofMaxLength(12);
    return Combinators.combine(Arbitraries.of("", "-"), zeros, digits, zeros, digits)
        .as((sign, z, whole, y, part) -> sign + z + whole + "." + y + part);
  }
}
