package dev.ingest.workbook.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick ways give what big arithmetic gives, or say that they do not know. */
class DecimalBytesProperties {

  @Property(tries = 5_000)
  void aDoubleIsItsShortestDecimal(@ForAll("doubles") double value) {
    String written = written(value, false);

    assertThat(written).isIn("undecided", NumberText.decimal(value).toPlainString());
  }

  @Property(tries = 5_000)
  void doublesOfEverydaySizeAreDecided(@ForAll("everyday") double value) {
    Assume.that(Math.abs(value) < 1e6); // large ones lie half-way more often
    assertThat(written(value, true)).isNotEqualTo("undecided");
  }

  @Property(tries = 5_000)
  void aCopiedTextIsTheShortestDecimalOfItsDouble(@ForAll("texts") String text) {
    double value = Double.parseDouble(text);
    String plain = value == 0 ? "0" : NumberText.decimal(value).toPlainString();

    assertThat(copied(text, false)).isIn("undecided", plain);
    assertThat(copied(text, true)).isIn("undecided", NumberText.floating(value));
  }

  @Example
  void whatIsNotPlainIsNotCopied() {
    for (String text : new String[] {"", "-", ".", "-.", "+1", "1E3", "1e3", "0x1", "1 ", "NaN"}) {
      assertThat(copied(text, true)).as(text).isEqualTo("undecided");
    }
  }

  @Property(tries = 5_000)
  void aTextOfSixteenOrSeventeenDigitsBecomesTheShortestDecimal(@ForAll("longTexts") String text) {
    double value = Double.parseDouble(text);

    assertThat(copied(text, false)).isIn("undecided", NumberText.decimal(value).toPlainString());
    assertThat(copied(text, true)).isIn("undecided", NumberText.floating(value));
  }

  @Property(tries = 5_000)
  void doublesOfEverydaySizeAreDecidedAsTexts(@ForAll("everyday") double value) {
    Assume.that(Math.abs(value) < 1e6);
    String text = new BigDecimal(value).round(new MathContext(17)).toPlainString();
    Assume.that(text.length() <= 22); // those below 0.001 may have too many zeros

    assertThat(copied(text, true)).isEqualTo(NumberText.floating(value));
  }

  @Example
  void textsAsExcelWritesThemBecomeShort() {
    assertThat(copied("0.63400000000000001", true)).isEqualTo("0.634");
    assertThat(copied("708.23299999999995", true)).isEqualTo("708.233");
    assertThat(copied("-0.63303159562769562", true)).isEqualTo("-0.6330315956276956");
    assertThat(copied("0.1234567890123456789", true)).isEqualTo("undecided");
    assertThat(copied("99.999999999999999", true)).isEqualTo("100.0");
    assertThat(copied("5.0000000000000001", false)).isEqualTo("5");
    assertThat(copied("5.0000000000000001", true)).isEqualTo("5.0");
    assertThat(copied("1234567890123456", true)).isEqualTo("undecided");
    assertThat(copied("123456789012345", true)).isEqualTo("123456789012345.0");
    assertThat(copied("0.000001234567890", false)).isEqualTo("0.00000123456789");
  }

  @Example
  void integersOfAFloatingColumnHaveADecimalAndZeroKeepsItsSign() {
    assertThat(written(88, true)).isEqualTo("88.0");
    assertThat(written(-0.0, true)).isEqualTo("-0.0");
    assertThat(written(-0.0, false)).isEqualTo("0");
    assertThat(copied("-0.50", true)).isEqualTo("-0.5");
    assertThat(copied("00", false)).isEqualTo("0");
    assertThat(copied("-007", true)).isEqualTo("-7.0");
    assertThat(copied("007.500", true)).isEqualTo("7.5");
  }

  @Provide
  Arbitrary<Double> doubles() {
    Arbitrary<Double> bits = Arbitraries.longs().map(Double::longBitsToDouble);
    Arbitrary<Double> powers = Arbitraries.integers().between(-40, 60).map(e -> Math.scalb(1.0, e));
    Arbitrary<Double> nextToPowers = powers.map(Math::nextDown);
    return Arbitraries.oneOf(bits, everyday(), powers, nextToPowers)
        .filter(value -> Double.isFinite(value) && value != 0);
  }

  @Provide
  Arbitrary<Double> everyday() {
    Arbitrary<Double> sizes = Arbitraries.of(1e-4, 0.01, 1.0, 1e3, 1e6, 1e9, 1e12);
    Arbitrary<Double> parts = Arbitraries.longs().between(1, 1L << 53).map(n -> n * 0x1p-53);
    return parts
        .flatMap(part -> sizes.map(size -> -part * size))
        .filter(d -> Math.abs(d) > 1e-5 && (Double.doubleToLongBits(d) & 0xfffffL) != 0);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Long> digits =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 999_999_999_999_999L),
            Arbitraries.longs().between(0, 9_999),
            Arbitraries.longs().between(0, Long.MAX_VALUE));
    return digits.flatMap(
        n ->
            Arbitraries.integers()
                .between(0, 20)
                .map(scale -> BigDecimal.valueOf(n, scale).toPlainString())
                .flatMap(text -> Arbitraries.of("", "-", "-00").map(sign -> sign + text)));
  }

  /** What a double is written as in 16 and 17 digits, and texts next to it. */
  @Provide
  Arbitrary<String> longTexts() {
    Arbitrary<Double> few =
        Arbitraries.longs().between(1, 999_999).map(n -> n / 1e3).filter(d -> d != Math.rint(d));
    Arbitrary<Double> powers = Arbitraries.integers().between(-10, 46).map(e -> Math.scalb(1.0, e));
    return Combinators.combine(
            Arbitraries.oneOf(everyday().map(Math::abs), few, powers).filter(d -> d < 1e14),
            Arbitraries.of(16, 17),
            Arbitraries.integers().between(-30, 30).map(n -> n < -15 ? 0 : n),
            Arbitraries.of("", "-"))
        .as(
            (value, digits, ulps, sign) -> {
              BigDecimal exact = new BigDecimal(value).round(new MathContext(digits));
              BigDecimal full = exact.setScale(digits - exact.precision() + exact.scale());
              BigDecimal next = full.add(BigDecimal.valueOf(ulps, full.scale()));
              return sign + next.toPlainString();
            });
  }

  private static String written(double value, boolean floating) {
    byte[] into = new byte[DecimalBytes.ROOM];
    return text(into, DecimalBytes.write(value, floating, into, 0), 0);
  }

  private static String copied(String text, boolean floating) {
    if (!isPlain(text)) {
      return "undecided";
    }
    byte[] b = ("<" + text + ">").getBytes(US_ASCII);
    byte[] into = new byte[DecimalBytes.ROOM];
    long digits = Long.parseLong(text.replace(".", ""));
    int scale = text.indexOf('.') < 0 ? 0 : text.length() - text.indexOf('.') - 1;
    int end = DecimalText.copy(digits, scale, b, 1, b.length - 1, floating, into, 3);
    return text(into, end, 3);
  }

  /** What the scanner of a sheet takes for a plain decimal: see {@link CellSlices}. */
  private static boolean isPlain(String text) {
    String digits = text.replace("-", "").replace(".", "").replaceFirst("^0+", "");
    return text.matches("-?[0-9]+([.][0-9]{1,%s})?".formatted(CellSlices.MOST_SCALE))
        && digits.length() <= CellSlices.MOST_DIGITS
        && !(text.startsWith("-") && digits.isEmpty());
  }

  private static String text(byte[] into, int end, int from) {
    return end < 0 ? "undecided" : new String(into, from, end - from, US_ASCII);
  }
}
