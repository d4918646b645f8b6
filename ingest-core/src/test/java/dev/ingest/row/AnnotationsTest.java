package dev.ingest.row;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.workbook.ExcelError;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an annotation says, the builder says: both make the same column, printed alike. */
class AnnotationsTest {

  record Annotated(
      String strict,
      int primitive,
      @Nullable Integer nullable,
      Optional<Long> optional,
      @Column(
              header = "Place",
              aliases = {"Site", "Ort"})
          String named,
      @Column(at = "C") String lettered,
      @Column(at = "4") String numbered,
      @Lenient @Nullable Double lenient,
      @NullTokens({"n/a", "-"}) @Nullable Double tokens,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL) @Nullable Double error,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
          @OnCellError(
              value = {ExcelError.REF, ExcelError.NAME},
              then = CellErrorPolicy.FAIL_FILE)
          @OnCellError(value = ExcelError.DIV_0, then = CellErrorPolicy.REJECT)
          @Lenient
          @Nullable Double errors,
      @FillMerged String merged,
      @Sensitive String secret,
      @DatesAsText({"dd.MM.yyyy", "yyyy/MM/dd"}) LocalDate written,
      @DatesAsText(value = "d. MMMM yyyy", locale = "de") LocalDate german,
      @DatesAsText("HH.mm") LocalTime time,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate witnessed,
      @NumbersAsText(locale = "de-DE") int number,
      @NumbersAsText(locale = "de-DE", percent = true) double share,
      @NumbersAsText(locale = "de-DE", currency = "EUR") BigDecimal amount,
      @BooleansAsText(
              yes = {"ja", "x"},
              no = "nein")
          boolean known,
      @Decimal(precision = 12, scale = 2) BigDecimal exact,
      @Decimal(precision = 12, scale = 2, rounding = RoundingMode.HALF_EVEN) BigDecimal rounded,
      @MaxLength(40) String characters,
      @MaxLength(value = 40, unit = LengthUnit.UTF8_BYTES) String bytes,
      @AtLeast("0") @AtMost("100") int bounded,
      @AtMost("2020-12-31") LocalDate until,
      @Matches("[A-Z]{2}") String code,
      @OneOf({"EUR", "USD"}) String currency,
      @TruncateTime LocalDate day,
      @Zone("Europe/Berlin") Instant moment) {}

  private static final RowSchema<DynamicRow> BUILT =
      RowSchema.builder()
          .column("strict", String.class)
          .column("primitive", int.class)
          .column("nullable", Integer.class, ColumnBuilder::nullable)
          .column("optional", Long.class, ColumnBuilder::nullable)
          .column("named", String.class, c -> c.header("Place").aliases("Site", "Ort"))
          .column("lettered", String.class, c -> c.at("C"))
          .column("numbered", String.class, c -> c.at("4"))
          .column("lenient", Double.class, c -> c.nullable().lenient())
          .column("tokens", Double.class, c -> c.nullable().nullTokens("n/a", "-"))
          .column(
              "error", Double.class, c -> c.nullable().onError(ExcelError.NA, CellErrorPolicy.NULL))
          .column(
              "errors",
              Double.class,
              c ->
                  c.nullable()
                      .lenient()
                      .onError(ExcelError.NA, CellErrorPolicy.NULL)
                      .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE)
                      .onError(ExcelError.NAME, CellErrorPolicy.FAIL_FILE)
                      .onError(ExcelError.DIV_0, CellErrorPolicy.REJECT))
          .column("merged", String.class, ColumnBuilder::fillMerged)
          .column("secret", String.class, ColumnBuilder::sensitive)
          .column("written", LocalDate.class, c -> c.datesAsText("dd.MM.yyyy", "yyyy/MM/dd"))
          .column("german", LocalDate.class, c -> c.datesAsText(Locale.GERMAN, "d. MMMM yyyy"))
          .column("time", LocalTime.class, c -> c.datesAsText("HH.mm"))
          .column("witnessed", LocalDate.class, c -> c.numericDates(DayOrder.BY_WITNESS))
          .column("number", int.class, c -> c.numbersAsText(NumberPattern.of(Locale.GERMANY)))
          .column(
              "share",
              double.class,
              c -> c.numbersAsText(NumberPattern.of(Locale.GERMANY).percent()))
          .column(
              "amount",
              BigDecimal.class,
              c -> c.numbersAsText(NumberPattern.of(Locale.GERMANY).currency("EUR")))
          .column(
              "known", boolean.class, c -> c.booleansAsText(List.of("ja", "x"), List.of("nein")))
          .column("exact", BigDecimal.class, c -> c.decimal(DecimalSize.of(12, 2)))
          .column(
              "rounded",
              BigDecimal.class,
              c -> c.decimal(new DecimalSize(12, 2, RoundingMode.HALF_EVEN)))
          .column("characters", String.class, c -> c.maxLength(40, LengthUnit.CHARACTERS))
          .column("bytes", String.class, c -> c.maxLength(40, LengthUnit.UTF8_BYTES))
          .column("bounded", int.class, c -> c.atLeast(0).atMost(100))
          .column("until", LocalDate.class, c -> c.atMost(LocalDate.of(2020, 12, 31)))
          .column("code", String.class, c -> c.matches("[A-Z]{2}"))
          .column("currency", String.class, c -> c.oneOf("EUR", "USD"))
          .column("day", LocalDate.class, ColumnBuilder::truncateTime)
          .column("moment", Instant.class, c -> c.zone(ZoneId.of("Europe/Berlin")))
          .build();

  @Test
  void recordAndBuilderMakeTheSameColumns() {
    RowSchema<Annotated> schema = RowSchema.of(Annotated.class);

    assertThat(schema.columns()).isEqualTo(BUILT.columns());
    assertThat(schema.columns().hashCode()).isEqualTo(BUILT.columns().hashCode());
    assertThat(schema).hasToString(BUILT.toString());
  }

  @Test
  void aSchemaIsPrintedAsItIsDeclared() {
    assertThat(BUILT)
        .hasToString(
            """
            strict: String
            primitive: Integer
            nullable: Integer, nullable
            optional: Long, nullable
            named: String, header "Place", or "Site", "Ort"
            lettered: String, column C
            numbered: String, column D
            lenient: Double, nullable, lenient
            tokens: Double, nullable, "n/a" or "-" is null
            error: Double, nullable, #N/A is null
            errors: Double, nullable, #DIV/0! rejects the row, #REF! refuses the file, #NAME? refuses the file, #N/A is null, lenient
            merged: String, merged cells filled
            secret: String, sensitive
            written: LocalDate, text as "dd.MM.yyyy" or "yyyy/MM/dd"
            german: LocalDate, text as "d. MMMM yyyy" in de
            time: LocalTime, text as "HH.mm"
            witnessed: LocalDate, day or month first by witness
            number: Integer, text written as in de-DE
            share: Double, text written as in de-DE, in percent
            amount: BigDecimal, text written as in de-DE, in EUR
            known: Boolean, "ja" or "x" is true, "nein" is false
            exact: BigDecimal, decimal(12, 2)
            rounded: BigDecimal, decimal(12, 2, HALF_EVEN)
            characters: String, at most 40 characters
            bytes: String, at most 40 bytes of UTF-8
            bounded: Integer, at least 0, at most 100
            until: LocalDate, at most 2020-12-31
            code: String, matching [A-Z]{2}
            currency: String, one of [EUR, USD]
            day: LocalDate, time truncated
            moment: Instant, zone Europe/Berlin""");
  }

  /** Else an annotation could be added that no builder knows. */
  @Test
  void everyAnnotationIsOnTheRecordAbove() throws IOException {
    Set<String> used =
        Arrays.stream(Annotated.class.getRecordComponents())
            .map(RecordComponent::getAnnotations)
            .flatMap(Arrays::stream)
            .map(Annotation::annotationType)
            .map(Class::getSimpleName)
            .collect(toSet());
    used.add("OnCellError");

    assertThat(used).containsAll(annotations());
  }

  private static Set<String> annotations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/ingest/row"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> isAnnotation("dev.ingest.row." + name))
          .collect(toSet());
    }
  }

  private static boolean isAnnotation(String name) {
    try {
      return Class.forName(name).isAnnotation();
    } catch (ClassNotFoundException none) {
      return false; // package-info
    }
  }

  @Test
  void twoColumnsThatDifferInOneThingAreNotEqual() {
    List<ColumnSchema<?>> columns = BUILT.columns();
    List<ColumnSchema<?>> renamed =
        columns.stream()
            .<ColumnSchema<?>>map(column -> ColumnSchema.of(column.name(), Long.class, c -> c))
            .toList();

    assertThat(columns).doesNotHaveDuplicates();
    assertThat(columns).isNotEqualTo(renamed);
  }
}
