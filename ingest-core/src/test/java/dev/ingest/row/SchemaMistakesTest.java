package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.workbook.ExcelError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A schema that makes no sense is refused with all of its mistakes at once. */
class SchemaMistakesTest {

  @Test
  void allMistakesOfAllColumnsAreTold() {
    SchemaException refused =
        catchThrowableOfType(
            SchemaException.class,
            () ->
                RowSchema.builder()
                    .column("place", String.class, c -> c.header(" ").lenient())
                    .column("id", Thread.class)
                    .column("day", LocalDate.class, c -> c.at("3x").zone(ZoneOffset.UTC))
                    .build());

    assertThat(refused)
        .hasMessage(
            """
            schema.place: expected a header, found a blank one
            schema.place: expected a nullable column, found a required one with a rule that makes nulls (lenient); make it nullable
            schema.id: expected a type with a decoder, found java.lang.Thread; register one with DecoderRegistry.with
            schema.day: expected a column such as C, or its number, found "3x"
            schema.day: expected a type that the rule zone is for, found LocalDate""");
    assertThat(refused.mistakes())
        .extracting(SchemaMistake::column, SchemaMistake::attribute)
        .containsExactly(
            tuple("place", "header"),
            tuple("place", "nullable"),
            tuple("id", ""),
            tuple("day", "at"),
            tuple("day", "zone"));
  }

  record Odd(
      @Column(header = "A", at = "B") String placed,
      @NumbersAsText(locale = "de_DE") int tag,
      @NumbersAsText(locale = "de", currency = "EURO") double currency,
      @NumbersAsText(locale = "de", currency = "EUR", percent = true) double both,
      @Zone("Berlin") Instant zone,
      @Decimal(precision = 2, scale = 3) BigDecimal size,
      @Lenient int primitive) {}

  @Test
  void annotationsAreJudgedLikeTheRest() {
    SchemaException refused =
        catchThrowableOfType(SchemaException.class, () -> RowSchema.of(Odd.class));

    assertThat(refused.getMessage().replace(Odd.class.getName(), "Odd"))
        .isEqualTo(
            """
            Odd.placed: expected a header or a position, found both; take one of them away
            Odd.tag: expected a language tag such as de-DE, found "de_DE"
            Odd.currency: expected a currency's code such as EUR, found "EURO"
            Odd.both: expected percentages or amounts, found both; take one of them away
            Odd.zone: expected a zone such as Europe/Berlin, found "Berlin"
            Odd.size: expected a precision of at least 1 and a scale from 0 to it, found (2, 3)
            Odd.primitive: expected a nullable column, found a required one with a rule that makes nulls (lenient); make it nullable""");
  }

  @Test
  void aRuleIsForItsTypes() {
    assertThat(mistake(String.class, c -> c.datesAsText("dd.MM.yyyy")))
        .isEqualTo("datesAsText: expected a type that the rule datesAsText is for, found String");
    assertThat(mistake(Integer.class, c -> c.numericDates(DayOrder.DAY_FIRST)))
        .isEqualTo(
            "numericDates: expected a type that the rule numericDates is for, found Integer");
    assertThat(mistake(String.class, ColumnBuilder::truncateTime))
        .isEqualTo("truncateTime: expected a type that the rule truncateTime is for, found String");
    assertThat(mistake(String.class, c -> c.numbersAsText(NumberPattern.of(Locale.GERMANY))))
        .isEqualTo(
            "numbersAsText: expected a type that the rule numbersAsText is for, found String");
    assertThat(mistake(Double.class, c -> c.decimal(DecimalSize.of(3, 1))))
        .isEqualTo("decimal: expected a type that the rule decimal is for, found Double");
    assertThat(mistake(String.class, c -> c.booleansAsText(List.of("ja"), List.of("nein"))))
        .isEqualTo(
            "booleansAsText: expected a type that the rule booleansAsText is for, found String");
    assertThat(mistake(LocalDate.class, c -> c.maxLength(3, LengthUnit.CHARACTERS)))
        .isEqualTo("maxLength: expected a type that the rule maxLength is for, found LocalDate");
    assertThat(mistake(Instant.class, c -> c))
        .isEqualTo("zone: expected a zone, found none; a cell's time has no zone of its own");
  }

  @Test
  void patternsOfDatesAreTried() {
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("dd.MM.yyyy{")))
        .startsWith(
            "datesAsText: the pattern \"dd.MM.yyyy{\": expected a pattern of java.time, found:");
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("MM/yyyy")))
        .isEqualTo(
            "datesAsText: the pattern \"MM/yyyy\": expected a whole date or time, found one with parts missing");
    assertThat(mistake(LocalDateTime.class, c -> c.datesAsText("dd.MM.yyyy hh:mm:ss")))
        .as("twelve hours, and no word which half of the day")
        .isEqualTo(
            "datesAsText: the pattern \"dd.MM.yyyy hh:mm:ss\": expected a whole date or time, found one with parts missing");
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("d MMM yyyy")))
        .isEqualTo(
            "datesAsText: the pattern \"d MMM yyyy\": expected a language for its names, found none; declare a locale");
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("MM/yyyy", "d MMM yyyy")))
        .as("both are told")
        .contains("\"MM/yyyy\"")
        .contains("\"d MMM yyyy\"");
  }

  @Test
  void patternsThatReadOneTextAsTwoDaysAreRefused() {
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("d/M/yyyy", "M/d/yyyy")))
        .isEqualTo(
            "datesAsText: the pattern \"M/d/yyyy\": expected to agree with \"d/M/yyyy\" before it, found \"2/3/2001\" read as 2001-02-03T00:00 by one and 2001-03-02T00:00 by the other");
    assertThat(mistake(LocalDate.class, c -> c.datesAsText("dd.MM.yyyy", "d.M.yyyy")))
        .as("these agree")
        .isEmpty();
  }

  @Test
  void textsThatMeanSomethingAreToldApart() {
    assertThat(mistake(Double.class, c -> c.nullable().nullTokens(" ", "-", "-")))
        .isEqualTo(
            """
            nullTokens: expected texts, found a blank one; blank cells are null anyway
            nullTokens: expected different texts, found [ , -, -]""");
    assertThat(mistake(Boolean.class, c -> c.booleansAsText(List.of("x"), List.of("x"))))
        .isEqualTo(
            "booleansAsText: expected texts for TRUE and others for FALSE, found [x] and [x]");
    assertThat(mistake(Boolean.class, c -> c.booleansAsText(List.of(), List.of("nein"))))
        .isEqualTo(
            "booleansAsText: expected texts for TRUE and others for FALSE, found [] and [nein]");
    assertThat(
            mistake(
                Boolean.class,
                c -> c.nullable().nullTokens("-", "?").booleansAsText(List.of("x"), List.of("-"))))
        .isEqualTo("nullTokens: expected texts that are no booleans, found [-]");
    assertThat(mistake(Double.class, c -> c.nullable().nullTokens()))
        .isEqualTo("nullTokens: expected texts, found none");
    assertThat(mistake(LocalDate.class, ColumnBuilder::datesAsText))
        .isEqualTo("datesAsText: expected a pattern at least, found none");
    assertThat(mistake(String.class, c -> c.maxLength(-1, LengthUnit.CHARACTERS)))
        .isEqualTo("maxLength: expected a length of at least 1, found -1");
  }

  @Test
  void anErrorThatIsNullNeedsANullableColumnAndOthersDoNot() {
    assertThat(mistake(Double.class, c -> c.onError(ExcelError.NA, CellErrorPolicy.NULL)))
        .isEqualTo(
            "nullable: expected a nullable column, found a required one with a rule that makes nulls (#N/A is null); make it nullable");
    assertThat(mistake(Double.class, c -> c.onError(ExcelError.NA, CellErrorPolicy.FAIL_FILE)))
        .isEmpty();
  }

  @Test
  void columnsDoNotClaimTheSame() {
    SchemaException refused =
        catchThrowableOfType(
            SchemaException.class,
            () ->
                RowSchema.builder()
                    .column("place", String.class, c -> c.aliases("Site"))
                    .column("place", String.class)
                    .column("site", String.class)
                    .column("where", String.class, c -> c.header("x").aliases(" PLACE "))
                    .column("third", String.class, c -> c.at("C"))
                    .column("again", String.class, c -> c.at("3"))
                    .build());

    assertThat(refused)
        .hasMessage(
            """
            schema.place: expected a name of its own for each column, found it twice
            schema.site: expected headers of its own, found "site", which is read as place already
            schema.where: expected headers of its own, found " PLACE ", which is read as place already
            schema.again: expected a position of its own, found 3, which is read as third already""");
  }

  record Twice(String place, @Column(header = "Place") @Nullable String other) {}

  @Test
  void noMoreDoColumnsOfARecord() {
    String message = "expected headers of its own, found \"Place\", which is read as place already";

    assertThat(catchThrowableOfType(SchemaException.class, () -> RowSchema.of(Twice.class)))
        .hasMessage(Twice.class.getName() + ".other: " + message);
    assertThat(
            catchThrowableOfType(
                SchemaException.class,
                () ->
                    RowSchema.of(
                        Twice.class,
                        List.of(
                            ColumnSchema.required("place", String.class, CellDecoders.text()),
                            ColumnSchema.nullable("PLACE", String.class, CellDecoders.text())))))
        .hasMessage(
            Twice.class.getName()
                + ".PLACE: expected headers of its own, found \"PLACE\", which is read as place already");
  }

  @Test
  void withoutAHeaderAllColumnsHaveAPosition() {
    RowSchemaBuilder builder =
        RowSchema.builder()
            .column("first", String.class, c -> c.at("A"))
            .column("named", String.class)
            .policies(Policies.strict().with(HeaderRow.none()));

    assertThat(catchThrowableOfType(SchemaException.class, builder::build))
        .hasMessage("schema.named: expected a position, since there is no header, found none");
  }

  @Test
  @SuppressWarnings("rawtypes") // a class has no arguments
  void anOptionalIsNoTypeOfAColumn() {
    assertThat(mistake(Optional.class, c -> c))
        .isEqualTo(
            ": expected a type with a decoder, found java.util.Optional; register one with DecoderRegistry.with");
  }

  @Test
  void aSchemaHasColumns() {
    assertThat(catchThrowableOfType(SchemaException.class, () -> RowSchema.builder().build()))
        .hasMessage("schema: expected columns, found none");
  }

  /** Returns the mistakes of a column, a line each. */
  private static <T> String mistake(Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    try {
      ColumnSchema.of("column", type, described);
      return "";
    } catch (SchemaException refused) {
      return String.join(
          "\n", refused.mistakes().stream().map(m -> m.attribute() + ": " + m.message()).toList());
    }
  }

  record OddRanges(
      @AtLeast("one") int number,
      @AtLeast("2") @AtMost("1") long crossed,
      @AtMost("1") String text,
      @Matches("[") String regex,
      @Matches("x") int typed,
      @OneOf({}) String none,
      @OneOf({"a", "a"}) String doubled) {}

  @Test
  void valuesThatAreAskedForMakeSense() {
    SchemaException refused =
        catchThrowableOfType(SchemaException.class, () -> RowSchema.of(OddRanges.class));

    assertThat(refused.getMessage().replace(OddRanges.class.getName(), "Odd"))
        .isEqualTo(
            """
            Odd.number: expected a value of the type Integer, found "one"
            Odd.crossed: expected a greatest value of at least 2, found 1
            Odd.text: expected a type that has a range, found String
            Odd.regex: expected a regular expression, found "[" (Unclosed character class)
            Odd.typed: expected a type that the rule matches is for, found Integer
            Odd.none: expected different texts, found []
            Odd.doubled: expected different texts, found [a, a]\
            """);
    assertThat(refused.mistakes())
        .extracting(SchemaMistake::attribute)
        .containsExactly("atLeast", "atMost", "atMost", "matches", "matches", "oneOf", "oneOf");
  }
}
