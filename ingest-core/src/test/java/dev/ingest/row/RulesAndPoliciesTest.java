package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.problem.Problem;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Blank;
import dev.ingest.row.RowOutcome.Filtered;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules and policies make of rows; one line each. */
class RulesAndPoliciesTest {

  private static final Policies STRICT = Policies.strict();

  record Value(
      String place,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
          @OnCellError(value = ExcelError.DIV_0, then = CellErrorPolicy.REJECT)
          @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
          @Lenient
          @Nullable Double value) {}

  @Test
  void anErrorMeansWhatTheColumnSaysForItAlone() {
    assertThat(
            read(
                RowSchema.of(Value.class),
                sheet("place", "value")
                    .row("a", CellError.NA)
                    .row("b", CellError.DIV_0)
                    .row("c", CellError.REF)
                    .row("d", new CellError("#NUM!"))))
        .isEqualTo(
            """
            2 Value[place=a, value=null]
            3 CELL_ERROR ROW data!B3 (value): expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column
            4 FATAL_CELL_ERROR FILE data!B4 (value): expected a number, found the error #REF!, which refuses the file; mend the formula and send the file again
            5 Value[place=d, value=null]
            nulls {value={#N/A=1, #NUM!=1}}""");
  }

  record Day(String place, @NumericDates(DayOrder.BY_WITNESS) LocalDate day) {}

  @Test
  void oneWitnessDecidesTheWholeColumnEvenAboveIt() {
    assertThat(
            read(
                RowSchema.of(Day.class),
                sheet("place", "day")
                    .row("a", "3/4/2020")
                    .row("b", LocalDate.of(2020, 2, 1))
                    .row("c", "13/4/2020")))
        .isEqualTo(
            """
            2 Day[place=a, day=2020-04-03]
            3 Day[place=b, day=2020-02-01]
            4 Day[place=c, day=2020-04-13]
            nulls {}
            order {day=data!B4 has the day first}""");
  }

  @Test
  void withoutAWitnessADateWithTwoMeaningsIsNone() {
    assertThat(
            read(
                RowSchema.of(Day.class),
                sheet("place", "day").row("a", "3/4/2020").row("b", "5/5/2020")))
        .isEqualTo(
            """
            2 DATE_AMBIGUOUS ROW data!B2 (day): expected one order of day and month in the column, found text "3/4/2020", and no cell that tells them apart; declare the order, or enter dates as dates
            3 Day[place=b, day=2020-05-05]
            nulls {}
            order {day=no cell that tells them apart}""");
  }

  @Test
  void aCounterWitnessIsNamedAndNoDateOfEitherOrderIsTaken() {
    assertThat(
            read(
                RowSchema.of(Day.class),
                sheet("place", "day")
                    .row("a", "13/4/2020")
                    .row("b", "3/4/2020")
                    .row("c", "4/13/2020")
                    .row("d", "5/5/2020")
                    .row("e", "2020-04-13")))
        .isEqualTo(
            """
            2 DATE_AMBIGUOUS ROW data!B2 (day): expected one order of day and month in the column, found text "13/4/2020", and data!B2 has the day first and data!B4 the month first; declare the order, or enter dates as dates
            3 DATE_AMBIGUOUS ROW data!B3 (day): expected one order of day and month in the column, found text "3/4/2020", and data!B2 has the day first and data!B4 the month first; declare the order, or enter dates as dates
            4 DATE_AMBIGUOUS ROW data!B4 (day): expected one order of day and month in the column, found text "4/13/2020", and data!B2 has the day first and data!B4 the month first; declare the order, or enter dates as dates
            5 Day[place=d, day=2020-05-05]
            6 Day[place=e, day=2020-04-13]
            nulls {}
            order {day=data!B2 has the day first and data!B4 the month first}""");
  }

  record Moment(String place, @Zone("Europe/Berlin") Instant at) {}

  @Test
  void aSerialWithoutFormatIsCountedForInstantsToo() {
    assertThat(read(RowSchema.of(Moment.class), sheet("place", "at").row("a", 43862.5)))
        .isEqualTo(
            """
            2 Moment[place=a, at=2020-02-01T11:00:00Z]
            nulls {}
            bare serials 1""");
  }

  record Lacking(String place, @Nullable Double value) {}

  @Test
  void aMissingColumnIsNullUnderItsOwnReason() {
    RowSchema<Lacking> schema =
        RowSchema.of(Lacking.class).withPolicies(STRICT.with(MissingColumn.NULL));

    assertThat(read(schema, sheet("place").row("a").row(" ").row("b")))
        .isEqualTo(
            """
            2 Lacking[place=a, value=null]
            3 blank
            4 Lacking[place=b, value=null]
            nulls {value={column missing=2}}""");
  }

  record Seldom(@Nullable String first, int count) {
    Seldom {
      if (count < 0) {
        throw new IllegalArgumentException("count is negative");
      }
    }
  }

  @Test
  void aRefusedRowStandsAtTheFirstColumnThatIsThere() {
    RowSchema<Seldom> schema =
        RowSchema.of(Seldom.class).withPolicies(STRICT.with(MissingColumn.NULL));

    assertThat(read(schema, sheet("notes", "count").row("x", -1)))
        .isEqualTo(
            """
            2 ROW_REFUSED ROW data!B2 (count): count is negative
            nulls {}""");
  }

  @Test
  void aHiddenRowStandsAtTheFirstColumnThatIsThere() {
    RowSchema<Seldom> schema =
        RowSchema.of(Seldom.class)
            .withPolicies(STRICT.with(MissingColumn.NULL).with(HiddenRows.REJECT));

    assertThat(read(schema, sheet("notes", "count").hiddenRow("x", 1)))
        .isEqualTo(
            """
            2 HIDDEN_ROW ROW data!B2 (count): expected rows that are shown, found a hidden one; show the row, or delete it
            nulls {}""");
  }

  @Test
  void hiddenRowsAreReadOrLeftOutOrRejected() {
    RowSchema<Lacking> schema = RowSchema.of(Lacking.class);
    WorkbookBuilder sheet =
        sheet("place", "value").hiddenRow("a", 1).row("b", 2).hiddenRow("c", "x").hiddenRow();

    assertThat(read(schema, sheet))
        .isEqualTo(
            """
            2 Lacking[place=a, value=1.0]
            3 Lacking[place=b, value=2.0]
            4 NOT_A_NUMBER ROW data!B4 (value): expected a number, found text "x"
            5 blank
            nulls {}""");
    assertThat(read(schema.withPolicies(STRICT.with(HiddenRows.SKIP)), sheet))
        .isEqualTo(
            """
            2 not: hidden row
            3 Lacking[place=b, value=2.0]
            4 not: hidden row
            5 blank
            nulls {}""");
    assertThat(read(schema.withPolicies(STRICT.with(HiddenRows.REJECT)), sheet))
        .isEqualTo(
            """
            2 HIDDEN_ROW ROW data!A2 (place): expected rows that are shown, found a hidden one; show the row, or delete it
            3 Lacking[place=b, value=2.0]
            4 NOT_A_NUMBER ROW data!B4 (value): expected a number, found text "x"; HIDDEN_ROW ROW data!A4 (place): expected rows that are shown, found a hidden one; show the row, or delete it
            5 blank
            nulls {}""");
  }

  /** Past two MiB rows may be decoded in batches, ahead of the reader. */
  @Test
  void policiesHoldInLargeSheetsToo() {
    WorkbookBuilder sheet = sheet("place").inlineStrings();
    String place = "x".repeat(500);
    for (int i = 0; i < 3000; i++) {
      sheet.row(place).hiddenRow(place);
    }
    RowSchema<Lacking> schema =
        RowSchema.of(Lacking.class)
            .withPolicies(STRICT.with(MissingColumn.NULL).with(HiddenRows.SKIP));

    String[] lines = read(schema, sheet).split("\n");

    assertThat(lines).hasSize(6001).endsWith("nulls {value={column missing=3000}}");
    assertThat(lines).filteredOn(line -> line.endsWith("not: hidden row")).hasSize(3000);
  }

  record ByPosition(@Column(at = "A") String place, @Column(at = "3") Double value) {}

  @Test
  void aTableWithoutAHeaderIsReadFromItsFirstRow() {
    RowSchema<ByPosition> schema =
        RowSchema.of(ByPosition.class).withPolicies(STRICT.with(HeaderRow.none()));

    assertThat(read(schema, WorkbookBuilder.workbook().sheet("data").row("a", "x", 1).row("b")))
        .isEqualTo(
            """
            1 ByPosition[place=a, value=1.0]
            2 REQUIRED ROW data!C2 (value): expected a value, found a blank cell; fill the cell, or declare the column nullable
            nulls {}""");
  }

  record Ranged(
      @AtLeast("0") @AtMost("1") @NullTokens("-") @Nullable Double share,
      @Lenient @OneOf({"a", "b"}) @Nullable String letter) {}

  /** Tokens come before what is asked of values, leniency behind it. */
  @Test
  void valuesAreAskedForAfterTokensAndBeforeLeniency() {
    assertThat(
            read(
                RowSchema.of(Ranged.class),
                sheet("share", "letter")
                    .row(0, "a")
                    .row(1, "c")
                    .row("-", "b")
                    .row(-0.01, "b")
                    .row(1.5, "c")))
        .isEqualTo(
            """
            2 Ranged[share=0.0, letter=a]
            3 Ranged[share=1.0, letter=null]
            4 Ranged[share=null, letter=b]
            5 BELOW_MINIMUM ROW data!A5 (share): expected a value of at least 0.0, found the number -0.01
            6 ABOVE_MAXIMUM ROW data!A6 (share): expected a value of at most 1.0, found the number 1.5
            nulls {share={token "-"=1}, letter={NOT_IN_SET=1}}\
            """);
  }

  private static WorkbookBuilder sheet(Object... header) {
    return WorkbookBuilder.workbook().sheet("data").row(header);
  }

  private static <R> String read(RowSchema<R> schema, WorkbookBuilder builder) {
    List<String> lines = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults());
        RowReader<R> reader = RowReader.open(workbook.sheets().get(0), schema)) {
      for (RowOutcome<R> row : reader) {
        lines.add(row.row() + " " + describe(row));
      }
      lines.add("nulls " + reader.nulls().byColumn());
      if (!reader.dayOrders().isEmpty()) {
        lines.add("order " + reader.dayOrders());
      }
      if (reader.serialsWithoutFormat() > 0) {
        lines.add("bare serials " + reader.serialsWithoutFormat());
      }
    }
    return String.join("\n", lines);
  }

  private static String describe(RowOutcome<?> outcome) {
    if (outcome instanceof Accepted<?> row) {
      return row.value().toString();
    }
    if (outcome instanceof Rejected<?> row) {
      return row.problems().stream()
          .map(RulesAndPoliciesTest::describe)
          .collect(Collectors.joining("; "));
    }
    if (outcome instanceof Filtered<?> row) {
      return "not: " + row.filter();
    }
    return outcome instanceof Blank<?> ? "blank" : "unknown";
  }

  private static String describe(Problem problem) {
    return problem.code() + " " + problem.severity() + " " + problem.describe();
  }
}
