package dev.ingest.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.explain.RowFate.Outcome;
import dev.ingest.explain.SalesWorkbook.Sale;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.Problem;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.WorkbookException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are not read, and addresses that are none. */
class PlacesTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private static CellExplanation explained(Pipeline<?> pipeline, String address) {
    return Explanations.of("sales.xlsx", SalesWorkbook.bytes(), pipeline, CellQuestion.at(address));
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("city", "customer", "amount", "day", "note");
  }

  private static CellExplanation explained(
      WorkbookBuilder workbook, Pipeline<?> pipeline, String address) {
    return Explanations.of("sales.xlsx", workbook.bytes(), pipeline, CellQuestion.at(address));
  }

  @ParameterizedTest
  @CsvSource({
    "data!C3, DATA, ACCEPTED",
    "C3, DATA, ACCEPTED",
    "$c$3, DATA, ACCEPTED",
    "DATA!C3, DATA, ACCEPTED",
    "'data'!C3, DATA, ACCEPTED",
    "A1, ABOVE_HEADER, NONE",
    "B2, HEADER, NONE",
    "F2, HEADER, NONE",
    "F3, OTHER_COLUMN, ACCEPTED",
    "B9, DATA, NONE",
    "XFD1048576, OTHER_COLUMN, NONE",
    "Notes!A1, OTHER_SHEET, NONE"
  })
  void everyCellStandsSomewhere(String address, CellPlace place, Outcome outcome) {
    CellExplanation explanation = explained(SalesWorkbook.SALES, address);

    assertThat(explanation.place()).isEqualTo(place);
    assertThat(explanation.row().outcome()).isEqualTo(outcome);
  }

  @Test
  void aSheetThatIsNotThereIsNamedWithItsNearMiss() {
    assertThatThrownBy(() -> explained(SalesWorkbook.SALES, "dta!C4"))
        .isInstanceOf(WorkbookException.class)
        .hasMessage(
            "sales.xlsx: expected a sheet named \"dta\", found \"data\", \"Notes\" (hidden); did you"
                + " mean \"data\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "4", "C4!", "!C4", "4C", "A0", "XFE1", "A1048577", "'data!C4"})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellQuestion.at(address))
        .withMessage(
            "address: expected a cell such as C4, data!C4 or 'my sheet'!C4, found \"%s\"", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C4:D5", "data!C:D", "data!4:4"})
  void aRangeIsNoCell(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellQuestion.at(address))
        .withMessage(
            "address: expected a cell such as C4, data!C4 or 'my sheet'!C4, found \"%s\", which is a"
                + " range; name one of its cells",
            address);
  }

  @Test
  void aSheetsNameMayBeQuoted() {
    assertThat(CellQuestion.at("'it''s !'!B7"))
        .isEqualTo(new CellQuestion(Optional.of("it's !"), 7, 2, Optional.empty(), false));
  }

  @Test
  void aCellOutsideOfTheRangeIsNotRead() {
    Pipeline<Sale> range = SalesWorkbook.SALES.withSheet(SheetSelector.range("data!A2:E6"));

    CellExplanation below = explained(range, "C8");

    assertThat(below.place()).isEqualTo(CellPlace.OUTSIDE_RANGE);
    assertThat(below.remarks()).containsExactly("the pipeline reads data!A2:E6");
    assertThat(below.cell().raw()).isEqualTo("-3");
    assertThat(explained(range, "C4").place()).isEqualTo(CellPlace.DATA);
  }

  @Test
  void aSheetThatThePipelineDoesNotFindIsToldAndTheCellIsShown() {
    Pipeline<Sale> other = SalesWorkbook.SALES.withSheet(SheetSelector.named("sales"));

    CellExplanation explanation = explained(other, "data!C3");

    assertThat(explanation.place()).isEqualTo(CellPlace.NO_TABLE);
    assertThat(explanation.cell().raw()).isEqualTo("12.5");
    assertThat(explanation.row().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(explanation.row().problems().stream().map(Problem::describe))
        .containsExactly(
            "sales.xlsx: expected a sheet named \"sales\", found \"data\", \"Notes\" (hidden); name"
                + " the sheet to read");
  }

  @Test
  void aHeaderThatIsNotFoundIsTold() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook().sheet("data").row("city", "amount").row("Paris", 1);

    CellExplanation explanation = explained(workbook, SalesWorkbook.SALES, "B2");

    assertThat(explanation.place()).isEqualTo(CellPlace.NO_TABLE);
    assertThat(explanation.row().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(explanation.row().problems().stream().map(problem -> problem.code().name()))
        .containsOnly("HEADER_MISSING")
        .hasSize(3);
  }

  @Test
  void anAnchorThatCannotBeReadRefusesTheFileForItsRowAndThoseBelow() {
    WorkbookBuilder workbook = sheet().row("Paris", 1, 2, "soon", "").row("Rome", 2, 3, DAY, "x");

    CellExplanation first = explained(workbook, SalesWorkbook.SALES, "D2");
    CellExplanation below = explained(workbook, SalesWorkbook.SALES, "C3");

    assertThat(first.result().problem().map(problem -> problem.code().name()))
        .contains("NOT_A_DATE");
    assertThat(List.of(first.row(), below.row()))
        .allSatisfy(
            row -> {
              assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(row.problems().stream().map(problem -> problem.code().name()))
                  .containsExactly("ANCHOR_UNREADABLE");
            });
    assertThat(String.valueOf(below.result().value())).isEqualTo("3");
  }

  @Test
  void theLaterOfTwoRowsWithOneKeyIsRejectedThoughItsCellsAreSound() {
    WorkbookBuilder workbook = sheet().row("Paris", 1, 2, DAY, "x").row("Paris", 1, 3, DAY, "y");
    Pipeline<Sale> unique =
        Pipeline.of("sales", SalesWorkbook.SALES.schema(), SalesWorkbook.SALES.plan())
            .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "city", "customer"))
            .build();

    CellExplanation explanation = explained(workbook, unique, "A3");

    assertThat(explanation.result().value()).isEqualTo("Paris");
    assertThat(explanation.row().problems().stream().map(Problem::describe))
        .containsExactly(
            "data!A3 (city): expected each city, customer once, found it in row 2, too; delete one"
                + " of the two rows, or correct it");
  }

  @Test
  void aFilterByTheKeyIsAskedWhereTheKeyIsKnown() {
    WorkbookBuilder workbook = sheet().row("Paris", 1, 2, DAY, "x").row("Rome", 1, 3, DAY, "y");
    Pipeline<Sale> byKey =
        Pipeline.of("sales", SalesWorkbook.SALES.schema(), SalesWorkbook.SALES.plan())
            .uploadKey("{town}/{file}.xlsx")
            .outputKey("{town}/{run}.csv")
            .filter(RowFilter.sameAsKey("city", "town"))
            .build();
    CellQuestion question = CellQuestion.at("A3");

    CellExplanation unknown =
        Explanations.of("sales.xlsx", workbook.bytes(), byKey, question.withKey("Paris.xlsx"));
    CellExplanation known =
        Explanations.of("sales.xlsx", workbook.bytes(), byKey, question.withKey("Paris/a.xlsx"));

    assertThat(unknown.row().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(unknown.remarks())
        .containsExactly(
            "the filter \"same city as {town} of the key\" was not asked: expected a key like"
                + " {town}/{file}.xlsx, found \"Paris.xlsx\"");
    assertThat(known.row())
        .isEqualTo(
            new RowFate(
                Outcome.FILTERED, Optional.of("same city as {town} of the key"), List.of()));
    assertThat(known.remarks()).isEmpty();
  }
}
