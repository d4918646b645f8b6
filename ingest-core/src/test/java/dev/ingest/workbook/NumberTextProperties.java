package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for the text of every finite double. */
class NumberTextProperties {

  @Property
  void plainTextReadsBackAsTheSameNumber(@ForAll("finite") double value) {
    assertThat(Double.parseDouble(NumberText.plain(value)) == value).isTrue();
  }

  @Property
  void floatingTextReadsBackAsTheSameBits(@ForAll("finite") double value) {
    assertThat(Double.parseDouble(NumberText.floating(value))).isEqualTo(value);
  }

  @Property
  void theDecimalReadsBackAsTheSameNumber(@ForAll("finite") double value) {
    assertThat(NumberText.decimal(value).doubleValue() == value).isTrue();
  }

  @Property
  void thereIsNoExponent(@ForAll("finite") double value) {
    assertThat(NumberText.plain(value)).matches("-?\\d+(\\.\\d*[1-9])?");
    assertThat(NumberText.floating(value)).matches("-?\\d+\\.(0|\\d*[1-9])");
  }

  @Property
  void noDecimalWithFewerDigitsReadsBack(@ForAll("finite") double value) {
    int digits = NumberText.decimal(value).stripTrailingZeros().precision();

    for (RoundingMode mode : List.of(RoundingMode.FLOOR, RoundingMode.CEILING)) {
      assertThat(rounded(value, digits - 1, mode) == value).isFalse();
    }
  }

  @Property
  void excelShowsFifteenDigits(@ForAll("finite") double value) {
    BigDecimal shown = NumberText.excelDecimal(value);

    assertThat(shown.stripTrailingZeros().precision()).isLessThanOrEqualTo(15);
    assertThat(shown)
        .isEqualByComparingTo(
            new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN)));
  }

  /** Returns the nearest decimal of so many digits below or above, as a double. */
  private static double rounded(double value, int digits, RoundingMode mode) {
    return digits == 0
        ? Double.NaN
        : new BigDecimal(value).round(new MathContext(digits, mode)).doubleValue();
  }

  @Example
  void examples() {
    assertThat(NumberText.plain(88)).isEqualTo("88");
    assertThat(NumberText.floating(88)).isEqualTo("88.0");
    assertThat(NumberText.plain(0.65)).isEqualTo("0.65");
    assertThat(NumberText.plain(-0.0)).isEqualTo("0");
    assertThat(NumberText.floating(-0.0)).isEqualTo("-0.0");
    assertThat(NumberText.plain(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(NumberText.plain(2e-3)).isEqualTo("0.002");
    assertThat(NumberText.plain(1e21)).isEqualTo("1000000000000000000000");
    assertThat(NumberText.floating(1e15)).isEqualTo("1000000000000000.0");
    assertThat(NumberText.plain(2.0e-323)).hasSize(325).endsWith("02");
    assertThat(NumberText.excelDecimal(0.1 + 0.2)).isEqualTo(new BigDecimal("0.3"));
    assertThat(NumberText.excelDecimal(1e20)).isEqualTo(new BigDecimal("100000000000000000000"));
    assertThat(NumberText.plain(Double.NaN)).isEqualTo("NaN");
    assertThat(NumberText.floating(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }

  @Provide
  Arbitrary<Double> finite() {
    Arbitrary<Double> anyBits =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> cents = Arbitraries.integers().map(count -> count / 100d);
    Arbitrary<Double> powersOfTwo =
        Arbitraries.integers().between(-1074, 1023).map(n -> Math.scalb(1d, n));
    Arbitrary<Double> special =
        Arbitraries.of(
            0d,
            -0d,
            1d,
            1e15,
            1e-7,
            9.5367431640625e-7,
            2e-323,
            0x1p53,
            0x1p-1074,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            9007199254740993e3);
    return Arbitraries.frequencyOf(
        Tuple.of(6, anyBits), Tuple.of(3, cents), Tuple.of(2, powersOfTwo), Tuple.of(1, special));
  }
}
