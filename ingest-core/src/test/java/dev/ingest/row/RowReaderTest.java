package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Blank;
import dev.ingest.row.RowOutcome.Filtered;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of each row; one line each. */
class RowReaderTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  private static final LocalDate OTHER_DAY = LocalDate.of(2020, 1, 31);

  record Metric(String location, @Lenient @Nullable Double value, LocalDate date) {}

  record Strict(String location, Optional<Double> value) {}

  record Tokens(String name, @NullTokens({"n/a", "-"}) @Nullable Integer count) {}

  record Checked(int from, int to) {
    Checked {
      if (from > to) {
        throw new IllegalArgumentException("from " + from + " is after to " + to);
      }
    }
  }

  @Test
  void eachRowHasOneOutcome() {
    assertThat(
            read(
                Metric.class,
                metrics()
                    .row("UK", 0.65, DAY)
                    .row()
                    .row("FR", null, DAY)
                    .row(null, 1, DAY)
                    .rowAt(20, "DE", CellError.NA, DAY)))
        .isEqualTo(
            """
            2 Metric[location=UK, value=0.65, date=2020-02-01]
            3 blank
            4 Metric[location=FR, value=null, date=2020-02-01]
            5 REQUIRED data!A5 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            20 Metric[location=DE, value=null, date=2020-02-01]
            nulls {value={blank=1, #N/A=1}}""");
  }

  @Test
  void allProblemsOfARowAreFoundAtOnce() {
    assertThat(read(Metric.class, metrics().row(CellError.REF, 1, "soon").row(null, "x", true)))
        .isEqualTo(
            """
            2 CELL_ERROR data!A2 (location): expected text, found the error #REF!; mend the formula, or declare what the error means for this column; NOT_A_DATE data!C2 (date): expected a date, found text "soon"; enter it as a date, or as text like 2020-02-01
            3 REQUIRED data!A3 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable; NOT_A_DATE data!C3 (date): expected a date, found the boolean TRUE
            nulls {}""");
  }

  @Test
  void aRowIsBlankWhenItsMappedCellsAre() {
    assertThat(
            read(
                Metric.class,
                WorkbookBuilder.workbook()
                    .sheet("data")
                    .row("location", "notes", "value", "date")
                    .row(" ", "a note beside the table", "\u00a0", CellXml.inline(""))
                    .row("UK", null, 1, DAY)))
        .isEqualTo(
            """
            2 blank
            3 Metric[location=UK, value=1.0, date=2020-02-01]
            nulls {}""");
  }

  @Test
  void nullsAreCountedByTheirReason() {
    assertThat(
            read(
                Metric.class,
                metrics()
                    .row("a", null, DAY)
                    .row("b", CellError.NA, DAY)
                    .row("c", CellError.NA, DAY)
                    .row("d", CellError.DIV_0, DAY)
                    .row("e", "oops", DAY)
                    .row("f", CellXml.uncalculated("1+1"), DAY)
                    .row("g", DAY, DAY)
                    .row("h", " ", DAY)
                    .row(null, CellError.NA, DAY)))
        .as("those of the rejected row are not")
        .endsWith(
            "nulls {value={blank=2, #N/A=2, #DIV/0!=1, NOT_A_NUMBER=1, UNCALCULATED=1, DATE_NOT_NUMBER=1}}");
  }

  @Test
  void tokensMeanAbsentWhereTheyAreDeclared() {
    assertThat(
            read(
                Tokens.class,
                WorkbookBuilder.workbook()
                    .sheet("data")
                    .row("name", "count")
                    .row("n/a", " n/a ")
                    .row("-", "-")
                    .row("x", "N/A")))
        .isEqualTo(
            """
            2 Tokens[name=n/a, count=null]
            3 Tokens[name=-, count=null]
            4 NOT_A_NUMBER data!B4 (count): expected a number, found text "N/A"
            nulls {count={token "n/a"=1, token "-"=1}}""");
  }

  @Test
  void anOptionalIsEmptyWhereTheCellIsBlankAndStrictOtherwise() {
    assertThat(
            read(
                Strict.class,
                WorkbookBuilder.workbook()
                    .sheet("data")
                    .row("location", "value")
                    .row("UK", 0.65)
                    .row("UK")
                    .row("UK", "0.65")))
        .isEqualTo(
            """
            2 Strict[location=UK, value=Optional[0.65]]
            3 Strict[location=UK, value=Optional.empty]
            4 NOT_A_NUMBER data!B4 (value): expected a number, found text "0.65"
            nulls {value={blank=1}}""");
  }

  @Test
  void theRecordsConstructorHasTheLastWord() {
    assertThat(
            read(
                Checked.class,
                WorkbookBuilder.workbook().sheet("data").row("from", "to").row(1, 2).row(3, 2)))
        .isEqualTo(
            """
            2 Checked[from=1, to=2]
            3 ROW_REFUSED data!A3 (from): from 3 is after to 2
            nulls {}""");
  }

  @Test
  void aFilterOnAColumnDecidesBeforeTheOtherCellsAreJudged() {
    assertThat(
            read(
                Metric.class,
                metrics()
                    .row("UK", 1, DAY)
                    .row(CellError.NA, 1, OTHER_DAY)
                    .row("FR", 1, CellError.NA)
                    .row("FR", 1, DAY),
                List.of(RowFilter.sameAsFirst("date"))))
        .isEqualTo(
            """
            2 Metric[location=UK, value=1.0, date=2020-02-01]
            3 not: same date as the first row
            4 CELL_ERROR data!C4 (date): expected a date, found the error #N/A; mend the formula, or declare what the error means for this column
            5 Metric[location=FR, value=1.0, date=2020-02-01]
            nulls {}""");
  }

  @Test
  void theFirstDataRowIsTheAnchorEvenWhenItIsRejected() {
    assertThat(
            read(
                Metric.class,
                metrics().row().row(null, 1, DAY).row("UK", 1, OTHER_DAY).row("FR", 1, DAY),
                List.of(RowFilter.sameAsFirst("date"))))
        .isEqualTo(
            """
            2 blank
            3 REQUIRED data!A3 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            4 not: same date as the first row
            5 Metric[location=FR, value=1.0, date=2020-02-01]
            nulls {}""");
  }

  @Test
  void anAnchorThatCannotBeReadIsNeverGuessed() {
    List<RowFilter<Metric>> filters =
        List.of(RowFilter.sameAsFirst("date"), RowFilter.sameAsFirst("value"));

    assertThatThrownBy(() -> read(Metric.class, metrics().row("UK", CellError.NA, "soon"), filters))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            """
            data!C2 (date): expected a date, found text "soon"; correct this cell, since all rows are compared with it
            data!B2 (value): expected a value, found null (#N/A); correct this cell, since all rows are compared with it""");
    assertThatThrownBy(
            () ->
                read(
                    Metric.class,
                    metrics().row("UK", 1, null),
                    List.of(RowFilter.sameAsFirst("date"))))
        .hasMessage(
            "data!C2 (date): expected a value, found a blank cell; correct this cell, since all rows are compared with it");
  }

  @Test
  void aFilterOnTheRowSeesAcceptedRowsOnly() {
    assertThat(
            read(
                Metric.class,
                metrics().row("UK", null, DAY).row("FR", 1, DAY).row(null, 1, DAY),
                List.of(RowFilter.keep("French", row -> row.location().equals("FR")))))
        .as("nulls of filtered rows are not counted")
        .isEqualTo(
            """
            2 not: French
            3 Metric[location=FR, value=1.0, date=2020-02-01]
            4 REQUIRED data!A4 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            nulls {}""");
  }

  @Test
  void hiddenRowsAreReadAndCounted() {
    WorkbookBuilder workbook = metrics().row("UK", 1, DAY).hiddenRow("FR", 1, DAY).hiddenRow();

    assertThat(read(Metric.class, workbook))
        .isEqualTo(
            """
            2 Metric[location=UK, value=1.0, date=2020-02-01]
            3 Metric[location=FR, value=1.0, date=2020-02-01]
            4 blank
            nulls {}
            hidden 2""");
  }

  @Test
  void datesWithoutADateFormatAreCounted() {
    assertThat(
            read(Metric.class, metrics().row("UK", 1, 43862).row("FR", 1, DAY).row("", 1, 43862)))
        .isEqualTo(
            """
            2 Metric[location=UK, value=1.0, date=2020-02-01]
            3 Metric[location=FR, value=1.0, date=2020-02-01]
            4 REQUIRED data!A4 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            nulls {}
            bare serials 1""");
  }

  @Test
  void theAddressIsTheSheetsOwnHoweverSparseItIs() {
    assertThat(
            read(
                Strict.class,
                WorkbookBuilder.workbook()
                    .sheet("my data")
                    .rowAt(7, null, null, "value", null, "location")
                    .rowAt(1_048_576, null, null, "x", null, "UK")))
        .startsWith(
            "1048576 NOT_A_NUMBER 'my data'!C1048576 (value): expected a number, found text \"x\"");
  }

  private static WorkbookBuilder metrics() {
    return WorkbookBuilder.workbook().sheet("data").row("location", "value", "date");
  }

  private static <R extends Record> String read(Class<R> type, WorkbookBuilder workbook) {
    return read(type, workbook, List.of());
  }

  private static <R extends Record> String read(
      Class<R> type, WorkbookBuilder builder, List<RowFilter<R>> filters) {
    List<String> lines = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults());
        RowReader<R> reader =
            RowReader.open(workbook.sheets().get(0), RowSchema.of(type), filters)) {
      for (RowOutcome<R> row = reader.next(); row != null; row = reader.next()) {
        lines.add(row.row() + " " + describe(row));
      }
      lines.add("nulls " + reader.nulls().byColumn());
      if (reader.hiddenRows() > 0) {
        lines.add("hidden " + reader.hiddenRows());
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
      return row.problems().stream().map(RowReaderTest::describe).collect(Collectors.joining("; "));
    }
    if (outcome instanceof Filtered<?> row) {
      return "not: " + row.filter();
    }
    return outcome instanceof Blank<?> ? "blank" : "unknown";
  }

  private static String describe(Problem problem) {
    return problem.code() + " " + problem.describe();
  }
}
