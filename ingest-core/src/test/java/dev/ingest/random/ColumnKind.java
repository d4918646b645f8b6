package dev.ingest.random;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.workbook.ExcelError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;

/**
 * A type of columns, the cells that suit it, and what a column of it may declare.
 *
 * @param type its name in files, empty where only Java has it
 * @param always what each column of it declares
 * @param choices what it may declare: of each list one at most
 * @param <T> the type of the values
 */
record ColumnKind<T>(
    String type,
    Class<T> values,
    Arbitrary<Object> fitting,
    List<Clause<T>> always,
    List<List<Clause<T>>> choices) {

  /** An enum. */
  enum Colour {
    RED,
    BLUE
  }

  /** A type of one's own, which refuses what is no code. */
  record Code(String text) {
    Code {
      if (text.contains("o")) {
        throw new IllegalArgumentException("no code");
      }
    }
  }

  private static final Set<String> MAKE_NULLS =
      Set.of("lenient: true", "nullTokens: [\"-\", n/a]", "onError: { \"#N/A\": null }");

  /** All types of the catalogue, an enum, and a type with a decoder of its own. */
  static List<ColumnKind<?>> all() {
    List<ColumnKind<?>> all = new ArrayList<>(inFiles());
    all.add(kind("", Colour.class, RandomCells.written(), List.of(), List.of()));
    all.add(
        kind(
            "",
            Code.class,
            RandomCells.texts(),
            List.of(java(c -> c.decoder(CellDecoders.text().map(Code::new)))),
            List.of()));
    all.add(
        kind(
            "",
            String.class,
            RandomCells.texts(),
            List.of(java(c -> c.nullable().decoder(absentAbroad()))),
            List.of()));
    return all;
  }

  /** A decoder of one's own that takes a text for absent. */
  private static CellDecoder<String> absentAbroad() {
    return cell -> {
      String text = CellDecoders.text().decode(cell);
      return "FR".equals(text) ? null : text;
    };
  }

  /** Those that a file can name. */
  static List<ColumnKind<?>> inFiles() {
    List<ColumnKind<?>> all = new ArrayList<>(numbers());
    all.addAll(dates());
    all.add(
        kind(
            "text",
            String.class,
            RandomCells.texts(),
            List.of(),
            List.of(
                List.of(
                    clause("maxLength: 3", c -> c.maxLength(3, LengthUnit.CHARACTERS)),
                    clause("maxBytes: 3", c -> c.maxLength(3, LengthUnit.UTF8_BYTES))),
                List.of(
                    clause("matches: \"[A-Z a-z]*\"", c -> c.matches("[A-Z a-z]*")),
                    clause("oneOf: [UK, FR, a b]", c -> c.oneOf("UK", "FR", "a b"))))));
    all.add(
        kind(
            "boolean",
            Boolean.class,
            RandomCells.logicals(),
            List.of(),
            List.of(
                List.of(
                    clause(
                        "booleansAsText: { yes: [\"yes\", \"1\"], no: [\"no\", \"0\"] }",
                        c -> c.booleansAsText(List.of("yes", "1"), List.of("no", "0")))))));
    return all;
  }

  private static List<ColumnKind<?>> numbers() {
    List<Clause<BigDecimal>> sizes =
        List.of(
            clause("decimal: { precision: 8, scale: 1 }", c -> c.decimal(DecimalSize.of(8, 1))),
            clause(
                "decimal: { precision: 9, scale: 2, rounding: halfUp }",
                c -> c.decimal(new DecimalSize(9, 2, RoundingMode.HALF_UP))));
    return List.of(
        number("byte", Byte.class, RandomCells.integers(), List.of()),
        number("short", Short.class, RandomCells.integers(), List.of()),
        number("integer", Integer.class, RandomCells.integers(), List.of()),
        number("long", Long.class, RandomCells.integers(), List.of()),
        number("bigInteger", BigInteger.class, RandomCells.integers(), List.of()),
        number("float", Float.class, RandomCells.numbers(), List.of()),
        number("double", Double.class, RandomCells.numbers(), List.of()),
        number("decimal", BigDecimal.class, RandomCells.numbers(), List.of(sizes)));
  }

  private static <T> ColumnKind<T> number(
      String type, Class<T> values, Arbitrary<Object> fitting, List<List<Clause<T>>> more) {
    NumberPattern german = NumberPattern.of(Locale.GERMANY);
    List<List<Clause<T>>> choices = new ArrayList<>(more);
    choices.add(
        List.of(
            clause("numbersAsText: de-DE", c -> c.numbersAsText(german)),
            clause(
                "numbersAsText: { locale: de-DE, percent: true }",
                c -> c.numbersAsText(german.percent())),
            clause(
                "numbersAsText: { locale: de-DE, currency: EUR }",
                c -> c.numbersAsText(german.currency("EUR")))));
    choices.add(List.of(clause("atLeast: 0", c -> c.atLeastText("0"))));
    choices.add(List.of(clause("atMost: 100", c -> c.atMostText("100"))));
    return kind(type, values, fitting, List.of(), choices);
  }

  private static List<ColumnKind<?>> dates() {
    List<Clause<Instant>> zone = List.of(clause("zone: UTC", c -> c.zone(ZoneId.of("UTC"))));
    List<Clause<Instant>> summer =
        List.of(clause("zone: Europe/Berlin", c -> c.zone(ZoneId.of("Europe/Berlin"))));
    return List.of(
        kind("date", LocalDate.class, RandomCells.days(), List.of(), dateChoices()),
        kind(
            "dateTime", LocalDateTime.class, RandomCells.datesWithTime(), List.of(), dateChoices()),
        kind("instant", Instant.class, RandomCells.datesWithTime(), zone, List.of()),
        kind("instant", Instant.class, RandomCells.datesWithTime(), summer, List.of()),
        kind(
            "time",
            LocalTime.class,
            RandomCells.times(),
            List.of(),
            List.of(List.of(clause("datesAsText: [HH.mm]", c -> c.datesAsText("HH.mm"))))),
        kind("duration", Duration.class, RandomCells.times(), List.of(), List.of()));
  }

  private static <T> List<List<Clause<T>>> dateChoices() {
    return List.of(
        List.of(clause("datesAsText: [dd.MM.yyyy]", c -> c.datesAsText("dd.MM.yyyy"))),
        List.of(
            clause("numericDates: dayFirst", c -> c.numericDates(DayOrder.DAY_FIRST)),
            clause("numericDates: monthFirst", c -> c.numericDates(DayOrder.MONTH_FIRST)),
            clause("numericDates: byWitness", c -> c.numericDates(DayOrder.BY_WITNESS))),
        List.of(clause("truncateTime: true", ColumnBuilder::truncateTime)));
  }

  /** Adds what every type may declare. */
  private static <T> ColumnKind<T> kind(
      String type,
      Class<T> values,
      Arbitrary<Object> fitting,
      List<Clause<T>> always,
      List<List<Clause<T>>> choices) {
    List<List<Clause<T>>> all = new ArrayList<>(choices);
    all.add(List.of(clause("lenient: true", ColumnBuilder::lenient)));
    all.add(List.of(clause("nullTokens: [\"-\", n/a]", c -> c.nullTokens("-", "n/a"))));
    all.add(List.of(clause("fillMerged: true", ColumnBuilder::fillMerged)));
    all.add(List.of(clause("sensitive: true", ColumnBuilder::sensitive)));
    all.add(
        List.of(
            clause(
                "onError: { \"#N/A\": null }", c -> c.onError(ExcelError.NA, CellErrorPolicy.NULL)),
            clause(
                "onError: { \"#N/A\": reject }",
                c -> c.onError(ExcelError.NA, CellErrorPolicy.REJECT)),
            clause(
                "onError: { \"#REF!\": failFile }",
                c -> c.onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE))));
    return new ColumnKind<>(type, values, fitting, always, all);
  }

  /** Makes a column; one whose rules make nulls must be nullable. */
  RandomColumn<T> column(String name, List<Optional<Clause<T>>> chosen, boolean nullable) {
    List<Clause<T>> clauses = new ArrayList<>(always);
    chosen.forEach(clause -> clause.ifPresent(clauses::add));
    if (nullable || clauses.stream().anyMatch(clause -> MAKE_NULLS.contains(clause.file()))) {
      clauses.add(clause("nullable: true", ColumnBuilder::nullable));
    }
    return new RandomColumn<>(name, type, values, clauses, fitting);
  }

  private static <T> Clause<T> clause(String file, UnaryOperator<ColumnBuilder<T>> java) {
    return new Clause<>(file, java);
  }

  private static <T> Clause<T> java(UnaryOperator<ColumnBuilder<T>> java) {
    return new Clause<>("", java);
  }
}
