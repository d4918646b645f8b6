package dev.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.Cells;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** What the JDK writes in a locale or by a pattern, is read back as it was. */
class WrittenProperties {

  private static final List<Locale> LOCALES =
      List.of(
          Locale.GERMANY,
          Locale.US,
          Locale.UK,
          Locale.FRANCE,
          Locale.ITALY,
          Locale.JAPAN,
          Locale.forLanguageTag("de-CH"),
          Locale.forLanguageTag("de-AT"),
          Locale.forLanguageTag("sv-SE"),
          Locale.forLanguageTag("pl-PL"),
          Locale.forLanguageTag("pt-BR"));

  @Property
  void aNumberIsReadBack(
      @ForAll("locales") Locale locale,
      @ForAll @BigRange(min = "-1e15", max = "1e15") @Scale(6) BigDecimal number,
      @ForAll boolean grouped) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(6);
    format.setGroupingUsed(grouped);

    assertThat(NumberPattern.of(locale).read(format.format(number))).isEqualByComparingTo(number);
  }

  @Property
  void anAmountIsReadBack(
      @ForAll("locales") Locale locale,
      @ForAll("currencies") String code,
      @ForAll @BigRange(min = "-1e12", max = "1e12") @Scale(2) BigDecimal amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(code));
    format.setMaximumFractionDigits(2);

    assertThat(NumberPattern.of(locale).currency(code).read(Texts.trim(format.format(amount))))
        .isEqualByComparingTo(amount);
  }

  @Property
  void noTextIsReadAsAnotherNumberInTwoPatternsOfOneLocale(
      @ForAll("locales") Locale locale, @ForAll("nearNumbers") String text) {
    BigDecimal plain = NumberPattern.of(locale).read(text);
    BigDecimal amount = NumberPattern.of(locale).currency("EUR").read(text);

    assertThat(plain == null || amount == null || plain.compareTo(amount) == 0).isTrue();
    assertThat(NumberPattern.of(locale).percent().read(text) == null || plain == null).isTrue();
  }

  @Property
  void aDateIsReadBack(@ForAll("days") LocalDate day, @ForAll("patterns") String pattern)
      throws CellDecodeException {
    String text = DateTimeFormatter.ofPattern(pattern, Locale.GERMAN).format(day);

    assertThat(CellDecoders.dates().withPattern(Locale.GERMAN, pattern).decode(Cells.text(text)))
        .isEqualTo(day);
  }

  /** All dates of a column are written in one order, and nobody says which. */
  @Property
  void anOrderThatIsFoundIsNeverWrong(
      @ForAll("columns") List<LocalDate> days, @ForAll boolean dayFirst)
      throws CellDecodeException {
    DateTimeFormatter written =
        DateTimeFormatter.ofPattern(dayFirst ? "d/M/uuuu" : "M/d/uuuu", Locale.ROOT);
    List<Cell> cells = days.stream().map(day -> Cells.text(written.format(day))).toList();
    DayOrderWitnesses witnesses = new DayOrderWitnesses();
    for (int i = 0; i < cells.size(); i++) {
      witnesses.look(cells.get(i), new CellAddress("data", i + 2, 1));
    }
    Optional<DayOrder> order = witnesses.finding().order();

    if (order.isPresent()) {
      List<LocalDate> read = new ArrayList<>();
      for (Cell cell : cells) {
        read.add(CellDecoders.dates().withDayOrder(witnesses.finding()).decode(cell));
      }
      assertThat(read).isEqualTo(days);
    }
    assertThat(order.isPresent())
        .as("a day past the twelfth tells")
        .isEqualTo(days.stream().anyMatch(day -> day.getDayOfMonth() > 12));
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(LOCALES);
  }

  @Provide
  Arbitrary<String> currencies() {
    return Arbitraries.of("EUR", "USD", "GBP", "CHF", "JPY");
  }

  @Provide
  Arbitrary<String> nearNumbers() {
    return Arbitraries.strings().withChars("0123456789.,-' €%()").ofMaxLength(10);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(-20_000, 60_000).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "dd.MM.yyyy", "d.M.yyyy", "yyyy/MM/dd", "MM-dd-yyyy", "d. MMMM yyyy", "yyyyMMdd");
  }

  @Provide
  Arbitrary<List<LocalDate>> columns() {
    return Arbitraries.oneOf(days(), days().map(day -> day.withDayOfMonth(3))).list().ofMaxSize(5);
  }
}
