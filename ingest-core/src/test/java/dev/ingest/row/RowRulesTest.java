package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Blank;
import dev.ingest.row.RowOutcome.Filtered;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowOutcome.Skipped;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules make of rows; one line each. */
class RowRulesTest {

  record Sale(String city, @Nullable BigDecimal amount) {}

  private static final RowSchema<Sale> SALES = RowSchema.of(Sale.class);

  @Test
  void aSkippedRowIsNotJudged() {
    assertThat(
            read(
                sales()
                    .row("Paris", 1)
                    .row(" Total France ", "see below")
                    .row(CellError.REF, 2)
                    .row("Rome", 3),
                RowRule.skip("totals", "city", "Total.*")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 skipped: totals
            4 data!A4 (city): expected text, found the error #REF!; mend the formula, or declare what the error means for this column
            5 Sale[city=Rome, amount=3]""");
  }

  @Test
  void aNumberIsMatchedAsItsText() {
    assertThat(
            read(
                sales().row("Paris", 99).row("Rome", 99.5),
                RowRule.skip("dummies", "amount", "99")))
        .isEqualTo(
            """
            2 skipped: dummies
            3 Sale[city=Rome, amount=99.5]""");
  }

  @Test
  void allIsPassedOverFromARowThatStops() {
    assertThat(
            read(
                sales().row("Paris", 1).row("Notes:", null).row().row("Rome", "oops"),
                RowRule.stop("notes", "city", "(?i)notes:")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 skipped: notes
            4 skipped: notes
            5 skipped: notes""");
  }

  @Test
  void blankRowsEndTheDataWhereTheyAreSoManyInARow() {
    assertThat(
            read(
                sales()
                    .row("Paris", 1)
                    .row()
                    .row("Rome", 2)
                    .row()
                    .row(" ", null)
                    .row("Oslo", 3)
                    .row(),
                RowRule.stopAfterBlank(2)))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 blank
            4 Sale[city=Rome, amount=2]
            5 blank
            6 blank
            7 skipped: below 2 blank rows
            8 skipped: below 2 blank rows""");
  }

  private static WorkbookBuilder twice() {
    return sales().row("Paris", 1).row("Rome", 2).row("Paris", 1.0).row("Paris", 3);
  }

  @Test
  void aRowWithTheKeyOfAnEarlierOneIsRejected() {
    assertThat(read(twice(), RowRule.uniqueKey(DuplicateRows.REJECT, "city")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 Sale[city=Rome, amount=2]
            4 data!A4 (city): expected each city once, found it in row 2, too; delete one of the two rows, or correct it
            5 data!A5 (city): expected each city once, found it in row 2, too; delete one of the two rows, or correct it""");
  }

  @Test
  void theFirstRowOfAKeyIsKept() {
    assertThat(read(twice(), RowRule.uniqueKey(DuplicateRows.KEEP_FIRST, "city")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 Sale[city=Rome, amount=2]
            4 not: first row of its city
            5 not: first row of its city""");
  }

  @Test
  void theLastRowOfAKeyIsKept() {
    assertThat(read(twice(), RowRule.uniqueKey(DuplicateRows.KEEP_LAST, "city")))
        .isEqualTo(
            """
            2 not: last row of its city
            3 Sale[city=Rome, amount=2]
            4 not: last row of its city
            5 Sale[city=Paris, amount=3]""");
  }

  /** A row with problems takes no key, and a later one that is bad replaces nothing. */
  @Test
  void onlyAcceptedRowsHaveKeys() {
    WorkbookBuilder rows = sales().row("Paris", "x").row("Paris", 1).row("Paris", "y");

    for (DuplicateRows policy : DuplicateRows.values()) {
      assertThat(read(rows, RowRule.uniqueKey(policy, "city")))
          .as("%s", policy)
          .isEqualTo(
              """
              2 data!B2 (amount): expected a number, found text "x"
              3 Sale[city=Paris, amount=1]
              4 data!B4 (amount): expected a number, found text "y\"""");
    }
  }

  @Test
  void identicalRowsAreOneAndOthersAreRejected() {
    assertThat(read(twice(), RowRule.uniqueKey(DuplicateRows.COLLAPSE_IDENTICAL, "city")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 Sale[city=Rome, amount=2]
            4 not: first of identical rows
            5 data!A5 (city): expected each city once, found it in row 2, too; delete one of the two rows, or correct it""");
  }

  @Test
  void aFilterComesBeforeTheKey() {
    assertThat(
            read(
                SALES,
                List.of(
                    RowFilter.keep("small", sale -> !"1".equals(String.valueOf(sale.amount())))),
                twice(),
                RowRule.uniqueKey(DuplicateRows.REJECT, "city")))
        .isEqualTo(
            """
            2 not: small
            3 Sale[city=Rome, amount=2]
            4 not: small
            5 Sale[city=Paris, amount=3]""");
  }

  @Test
  void aSkippedRowSetsNoExample() {
    assertThat(
            read(
                SALES,
                List.of(RowFilter.sameAsFirst("city")),
                sales().row("Total", 9).row("Paris", 1).row("Rome", 2),
                RowRule.skip("totals", "city", "Total")))
        .isEqualTo(
            """
            2 skipped: totals
            3 Sale[city=Paris, amount=1]
            4 not: same city as the first row""");
  }

  record Day(String city, @NumericDates(DayOrder.BY_WITNESS) LocalDate day) {}

  @Test
  void aSkippedRowIsNoWitnessOfTheOrderOfDayAndMonth() {
    assertThat(
            read(
                RowSchema.of(Day.class),
                List.of(),
                WorkbookBuilder.workbook()
                    .sheet("data")
                    .row("city", "day")
                    .row("Total", "13/4/2020")
                    .row("Paris", "4/13/2020")
                    .row("Rome", "4/3/2020"),
                RowRule.skip("totals", "city", "Total")))
        .isEqualTo(
            """
            2 skipped: totals
            3 Day[city=Paris, day=2020-04-13]
            4 Day[city=Rome, day=2020-04-03]""");
  }

  @Test
  void aValueIsComparedWithATextThatIsKnown() {
    assertThat(
            read(
                SALES,
                List.of(RowFilter.sameAs("one", "amount", "1")),
                sales().row("Paris", 1).row("Rome", 2).row("Oslo", null).row("Bonn", "x")))
        .isEqualTo(
            """
            2 Sale[city=Paris, amount=1]
            3 not: one
            4 not: one
            5 data!B5 (amount): expected a number, found text "x\"""");
  }

  record Odd(String id, @Nullable String note, Money money) {}

  record Money(String text) {}

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    assertRefused(
        () -> RowRule.skip("totals", "city", "("),
        "expected a regular expression, found \"(\" (Unclosed group)");
    assertRefused(() -> RowRule.stopAfterBlank(0), "expected at least 1 blank row, found 0");
    assertRefused(
        () -> RowRule.check(SALES, List.of(RowRule.stop("end", "town", "x"))),
        "schema: expected one of the columns [city, amount], found \"town\"");
    assertRefused(
        () -> check(SALES, "amount"),
        "uniqueKey: expected columns that are never null, found \"amount\"");
    assertRefused(() -> check(SALES), "uniqueKey: expected columns, found none");
    assertRefused(
        () ->
            RowRule.check(
                SALES, List.of(RowRule.skip("a", "city", "x"), RowRule.stop("a", "city", "y"))),
        "rules: expected a name of its own for each, found \"a\" twice");
    assertRefused(
        () ->
            RowRule.check(
                SALES,
                List.of(
                    RowRule.uniqueKey(DuplicateRows.KEEP_LAST, "city"),
                    RowRule.uniqueKey(DuplicateRows.REJECT, "city"))),
        "rules: expected at most one unique key, found 2");
  }

  @Test
  void valuesOfOnesOwnTypeAreNoKey() {
    RowSchema<Odd> odd =
        RowSchema.of(
            Odd.class,
            DecoderRegistry.standard().with(Money.class, CellDecoders.text().map(Money::new)));

    assertRefused(
        () -> check(odd, "money"),
        "uniqueKey: expected columns of standard types, which can be compared, found \"money\" of Money");
  }

  private static void check(RowSchema<?> schema, String... columns) {
    RowRule.check(schema, List.of(RowRule.uniqueKey(DuplicateRows.REJECT, columns)));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static WorkbookBuilder sales() {
    return WorkbookBuilder.workbook().sheet("data").row("city", "amount");
  }

  private static String read(WorkbookBuilder builder, RowRule... rules) {
    return read(SALES, List.of(), builder, rules);
  }

  private static <R> String read(
      RowSchema<R> schema, List<RowFilter<R>> filters, WorkbookBuilder builder, RowRule... rules) {
    List<String> lines = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults());
        RowReader<R> reader =
            RowReader.open(workbook.sheets().get(0), schema, filters, List.of(rules))) {
      for (RowOutcome<R> row : reader) {
        lines.add(row.row() + " " + describe(row));
      }
    }
    return String.join("\n", lines);
  }

  private static String describe(RowOutcome<?> outcome) {
    if (outcome instanceof Accepted<?> row) {
      return row.value().toString();
    }
    if (outcome instanceof Rejected<?> row) {
      return row.problems().get(0).describe();
    }
    if (outcome instanceof Filtered<?> row) {
      return "not: " + row.filter();
    }
    if (outcome instanceof Skipped<?> row) {
      return "skipped: " + row.rule();
    }
    return outcome instanceof Blank<?> ? "blank" : "unknown";
  }
}
