package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DecoderRegistry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record is the schema. */
class RowSchemaTest {

  record Measurement(
      @Column(
              header = "Place",
              aliases = {"Site", "Location"})
          String location,
      @Column(aliases = "Kind") DayOfWeek day,
      @Lenient @Nullable Double value,
      @NullTokens({"n/a", "-"}) Optional<LocalDate> date,
      int count) {}

  @Test
  void eachComponentIsAColumn() {
    RowSchema<Measurement> schema = RowSchema.of(Measurement.class);

    assertThat(schema)
        .hasToString(
            """
            location: String, header "Place", or "Site", "Location"
            day: DayOfWeek, or "Kind"
            value: Double, nullable, lenient
            date: LocalDate, nullable, "n/a" or "-" is null
            count: Integer""");
    assertThat(schema.names()).containsExactly("location", "day", "value", "date", "count");
    assertThat(schema.columns())
        .extracting(ColumnSchema::aliases)
        .containsExactly(
            List.of("Site", "Location"), List.of("Kind"), List.of(), List.of(), List.of());
    assertThat(schema.indexOf("date")).isEqualTo(3);
  }

  @Test
  void aRowIsTakenApartInTheOrderOfTheColumns() {
    Object[] values =
        RowSchema.of(Measurement.class)
            .values(new Measurement("UK", DayOfWeek.MONDAY, null, Optional.empty(), 3));

    assertThat(values).containsExactly("UK", DayOfWeek.MONDAY, null, null, 3);
  }

  @Test
  void aColumnThatIsNotThereHasNoPosition() {
    assertThatThrownBy(() -> RowSchema.of(Measurement.class).indexOf("metric"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "schema: expected one of the columns [location, day, value, date, count], found \"metric\"");
  }

  record Identified(UUID id) {}

  @Test
  void aTypeHasADecoder() {
    assertRefused(
        Identified.class,
        "Identified.id: expected a type with a decoder, found java.util.UUID; register one with DecoderRegistry.with");
    DecoderRegistry decoders =
        DecoderRegistry.standard().with(UUID.class, CellDecoders.text().map(UUID::fromString));

    assertThat(RowSchema.of(Identified.class, decoders))
        .hasToString("id: UUID, read as text, mapped");
  }

  record Counted(int count, Integer others, long total) {}

  @ParameterizedTest
  @ValueSource(classes = {int.class, Integer.class})
  void aPrimitiveTypeAndItsBoxHaveOneDecoder(Class<Integer> type) {
    CellDecoder<Integer> lengths = CellDecoders.text().map(String::length);
    DecoderRegistry decoders = DecoderRegistry.standard().with(type, lengths);

    assertThat(decoders.find(int.class)).contains(lengths);
    assertThat(decoders.find(Integer.class)).contains(lengths);
    assertThat(RowSchema.of(Counted.class, decoders))
        .hasToString(
            """
            count: Integer, read as text, mapped
            others: Integer, read as text, mapped
            total: Long""");
  }

  @SuppressWarnings("NullablePrimitive") // the mistake under test
  record NullablePrimitive(@Nullable int count) {}

  record LenientRequired(@Lenient Double value) {}

  record TokensRequired(@NullTokens("-") String text) {}

  record RawOptional(@SuppressWarnings("rawtypes") Optional text) {}

  record NestedOptional(Optional<List<String>> texts) {}

  record Empty() {}

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused(
        NullablePrimitive.class,
        "NullablePrimitive.count: expected a type that can be null, found a primitive; use its box");
    assertRefused(
        LenientRequired.class,
        "LenientRequired.value: expected a nullable column, found a required one with a rule that makes nulls (lenient); make it nullable");
    assertRefused(
        TokensRequired.class,
        "TokensRequired.text: expected a nullable column, found a required one with a rule that makes nulls (\"-\" is null); make it nullable");
    assertRefused(
        RawOptional.class,
        "RawOptional.text: expected an Optional of a plain type, found java.util.Optional");
    assertRefused(
        NestedOptional.class,
        "NestedOptional.texts: expected an Optional of a plain type, found java.util.Optional<java.util.List<java.lang.String>>");
    assertRefused(Empty.class, "Empty: expected columns, found none");
  }

  record Failing(String text) {
    @Override
    public String text() {
      throw new UnsupportedOperationException("no");
    }
  }

  @Test
  void anAccessorThatFailsIsADefectOfTheRecord() {
    assertThatThrownBy(() -> RowSchema.of(Failing.class).values(new Failing("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an accessor of " + Failing.class.getName() + " failed")
        .hasRootCauseMessage("no");
  }

  private static void assertRefused(Class<? extends Record> type, String message) {
    assertThatThrownBy(() -> RowSchema.of(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(RowSchemaTest.class.getName() + "$" + message);
  }
}
