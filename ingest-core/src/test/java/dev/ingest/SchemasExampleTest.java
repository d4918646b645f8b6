package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.row.Column;
import dev.ingest.row.DatesAsText;
import dev.ingest.row.Decimal;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.MaxLength;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.NullTokens;
import dev.ingest.row.NumbersAsText;
import dev.ingest.row.NumericDates;
import dev.ingest.row.OnCellError;
import dev.ingest.row.Policies;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.testkit.contract.DecoderLaws;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of the page on schemas. */
class SchemasExampleTest {

  // region: record
  record Sale(
      @Column(header = "Filiale", aliases = "Ort") @MaxLength(40) String branch,
      @NumbersAsText(locale = "de-DE", currency = "EUR") @Decimal(precision = 12, scale = 2)
          BigDecimal amount,
      @DatesAsText("dd.MM.yyyy") LocalDate day,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate due,
      @NullTokens({"-", "k. A."})
          @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
          @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
          @Nullable Double share,
      @Sensitive @Column(at = "F") String seller) {}

  // endregion

  private static final WorkbookBuilder WORKBOOK =
      WorkbookBuilder.workbook()
          .sheet("data")
          .row("ORT", "amount", "day", "due", "share", "who?", "notes")
          .row("Ulm", "1.234,50 €", "01.02.2020", "3/4/2020", "k. A.", "Ada", "x")
          .row("Bonn", 7, LocalDate.of(2020, 2, 1), "13/4/2020", CellError.NA, "Bob", null);

  @Test
  void aRecordSaysWhatItsColumnsAre() {
    RowSchema<Sale> schema = RowSchema.of(Sale.class);

    assertThat(rows(schema))
        .containsExactly(
            new Sale(
                "Ulm",
                new BigDecimal("1234.50"),
                LocalDate.of(2020, 2, 1),
                LocalDate.of(2020, 4, 3),
                null,
                "Ada"),
            new Sale(
                "Bonn",
                new BigDecimal("7.00"),
                LocalDate.of(2020, 2, 1),
                LocalDate.of(2020, 4, 13),
                null,
                "Bob"));
  }

  @Test
  void aBuilderSaysTheSame() {
    // region: builder
    RowSchema<DynamicRow> schema =
        RowSchema.builder()
            .column(
                "branch",
                String.class,
                c -> c.header("Filiale").aliases("Ort").maxLength(40, LengthUnit.CHARACTERS))
            .column(
                "amount",
                BigDecimal.class,
                c ->
                    c.numbersAsText(NumberPattern.of(Locale.GERMANY).currency("EUR"))
                        .decimal(DecimalSize.of(12, 2)))
            .column("day", LocalDate.class, c -> c.datesAsText("dd.MM.yyyy"))
            .column("due", LocalDate.class, c -> c.numericDates(DayOrder.BY_WITNESS))
            .column(
                "share",
                Double.class,
                c ->
                    c.nullable()
                        .nullTokens("-", "k. A.")
                        .onError(ExcelError.NA, CellErrorPolicy.NULL)
                        .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE))
            .column("seller", String.class, c -> c.sensitive().at("F"))
            .build();
    // endregion

    assertThat(schema.columns()).isEqualTo(RowSchema.of(Sale.class).columns());
    assertThat(rows(schema).get(0))
        .hasToString(
            "DynamicRow[branch=Ulm, amount=1234.50, day=2020-02-01, due=2020-04-03, share=null, seller=Ada]");
  }

  @Test
  void aSchemaCanBePrinted() {
    assertThat(RowSchema.of(Sale.class))
        .hasToString(
            """
            branch: String, header "Filiale", or "Ort", at most 40 characters
            amount: BigDecimal, text written as in de-DE, in EUR, decimal(12, 2)
            day: LocalDate, text as "dd.MM.yyyy"
            due: LocalDate, day or month first by witness
            share: Double, nullable, "-" or "k. A." is null, #REF! refuses the file, #N/A is null
            seller: String, column F, sensitive""");
  }

  // region: decoders
  record Money(BigDecimal amount) {}

  static final CellDecoder<Money> MONEY =
      CellDecoders.decimals()
          .withPattern(NumberPattern.of(Locale.GERMANY).currency("EUR"))
          .map(Money::new, "an amount of money");

  static final DecoderRegistry DECODERS = DecoderRegistry.standard().with(Money.class, MONEY);

  // endregion

  record Priced(Money amount) {}

  @Test
  void aTypeOfOnesOwnIsReadByItsDecoder() {
    assertThat(rows(RowSchema.of(Priced.class, DECODERS)))
        .containsExactly(
            new Priced(new Money(new BigDecimal("1234.50"))),
            new Priced(new Money(new BigDecimal("7"))));
  }

  // region: laws
  static class MoneyProperties extends DecoderLaws {
    @Override
    protected List<CellDecoder<?>> decoders() {
      return List.of(MONEY, MONEY.absentWhen("-").lenient());
    }
  }

  // endregion

  @Test
  void policiesSayWhatBecomesOfOtherTables() {
    // region: policies
    RowSchema<Sale> schema =
        RowSchema.of(Sale.class)
            .withPolicies(Policies.strict().with(MissingColumn.NULL).with(UnexpectedColumn.IGNORE));
    // endregion

    assertThat(schema.policies())
        .hasToString(
            "header searched, missing column null if nullable, unexpected column ignored, hidden rows read");
    assertThat(rows(schema)).hasSize(2);
  }

  @Test
  void aHeaderIsExplained() {
    try (Workbook workbook = open()) {
      // region: header
      HeaderReport header = HeaderReport.of(workbook.sheets().get(0), RowSchema.of(Sale.class));
      // endregion

      assertThat(header)
          .hasToString(
              """
              data: header in row 1, the first of the first 50 rows that holds what is needed
                branch: "ORT" at A1, alias
                amount: "amount" at B1, exact
                day: "day" at C1, exact
                due: "due" at D1, exact
                share: "share" at E1, exact
                seller: "who?" at F1, position
                (unused) "notes" at G1""");
    }
  }

  private static <R> List<R> rows(RowSchema<R> schema) {
    List<R> rows = new ArrayList<>();
    try (Workbook workbook = open();
        RowReader<R> reader = RowReader.open(workbook.sheets().get(0), schema)) {
      for (RowOutcome<R> row : reader) {
        rows.add(((Accepted<R>) row).value());
      }
    }
    return rows;
  }

  private static Workbook open() {
    return Workbook.open(WorkbookSource.of("book.xlsx", WORKBOOK.bytes()), ReadLimits.defaults());
  }
}
