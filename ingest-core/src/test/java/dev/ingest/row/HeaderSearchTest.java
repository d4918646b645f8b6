package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the table starts and which column is which: by name, never by position. */
class HeaderSearchTest {

  record Row(
      @Column(aliases = {"Site", "Ort"}) String location,
      @Column(header = "Total value") String value) {}

  @Test
  void headersAreFoundInAnyOrderAmongOthers() {
    assertThat(find(sheet().row("notes", "Total value", null, "location")))
        .isEqualTo(
            """
            row 1, 0 above
            location <- "location" at D1 EXACT
            value <- "Total value" at B1 EXACT
            unexpected "notes" at A1""");
  }

  @ParameterizedTest
  @CsvSource({
    "location,               EXACT",
    "LOCATION,               NORMALISED",
    "' location ',           NORMALISED",
    "'\u00a0location\u00a0', NORMALISED",
    "'loc\uff41tion',        NORMALISED",
    "'\ufefflocation',       NORMALISED",
    "Site,                   ALIAS",
    "' SITE\n',              ALIAS",
    "ort,                    ALIAS",
  })
  void aHeaderIsRecognisedAndTheReportSaysHow(String header, HeaderMatch.How how) {
    assertThat(find(sheet().row(header, "Total value")))
        .contains("location <- \"" + header + "\" at A1 " + how);
  }

  @Test
  void whiteSpaceInsideAHeaderIsOneSpace() {
    assertThat(find(sheet().row("location", "Total\n  Value")))
        .contains("value <- \"Total\n  Value\" at B1 NORMALISED");
  }

  @Test
  void theHeaderMayBeBelowOtherRows() {
    assertThat(
            find(
                sheet()
                    .row("Report of the day")
                    .row()
                    .row("location", "is a word in a note")
                    .rowAt(50, "location", "Total value")))
        .isEqualTo(
            """
            row 50, 3 above
            location <- "location" at A50 EXACT
            value <- "Total value" at B50 EXACT""");
  }

  @Test
  void butNotBelowTheFiftiethRow() {
    assertThat(refusal(sheet().row("Report").rowAt(51, "location", "Total value")))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "location", found none of the columns in the first 50 rows; add the column, or correct its header
            HEADER_MISSING sheet "data": expected the header "Total value", found none of the columns in the first 50 rows; add the column, or correct its header""");
  }

  @Test
  void anEmptySheetHasNoHeader() {
    assertThat(refusal(sheet()))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "location", found none of the columns in the first 50 rows; add the column, or correct its header
            HEADER_MISSING sheet "data": expected the header "Total value", found none of the columns in the first 50 rows; add the column, or correct its header""");
  }

  @Test
  void aNearMissIsShownAndNeverApplied() {
    assertThat(refusal(sheet().row("location", "Total valu")))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "Total value", found in row 1 only "location", "Total valu"; did you mean "Total valu"? declare it as an alias""");
  }

  @Test
  void aHomoglyphIsAnotherName() {
    assertThat(refusal(sheet().row("l\u043ecation", "Total value")))
        .as("the first o is Cyrillic")
        .startsWith("HEADER_MISSING sheet \"data\": expected the header \"location\", found");
  }

  @Test
  void theRowThatCameNearestIsDiagnosed() {
    assertThat(refusal(sheet().row("a title").row("location", "amount").row("UK", "1")))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "Total value", found in row 2 only "location", "amount"; add the column, or correct its header""");
  }

  @Test
  void whereNoHeaderMatchesTheRowWithNearMissesIsDiagnosed() {
    assertThat(
            refusal(
                sheet()
                    .row("Sales of March")
                    .row()
                    .row("a", "row", "of", "more", "texts")
                    .row("locaton", "Total valeu")
                    .row("lacation", "UK", "x")))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "location", found in row 4 only "locaton", "Total valeu"; did you mean "locaton"? declare it as an alias
            HEADER_MISSING sheet "data": expected the header "Total value", found in row 4 only "locaton", "Total valeu"; did you mean "Total valeu"? declare it as an alias""");
  }

  @Test
  void ofEqualRowsTheOneWithMoreTextsIsDiagnosed() {
    assertThat(refusal(sheet().row("location").row("location", "amount").row("location", "other")))
        .isEqualTo(
            """
            HEADER_MISSING sheet "data": expected the header "Total value", found in row 2 only "location", "amount"; add the column, or correct its header""");
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    assertThat(refusal(sheet().row("location", "Total value", "LOCATION")))
        .isEqualTo(
            """
            HEADER_DUPLICATE data!C1 (location): expected the header "location" once, found it at A1 and C1; rename or remove one of them""");
  }

  @Test
  void anAliasBesideTheHeaderItselfIsADuplicate() {
    assertThat(refusal(sheet().row("Site", "location", "Total value")))
        .isEqualTo(
            """
            HEADER_DUPLICATE data!B1 (location): expected the header "location" once, found it at A1 and B1; rename or remove one of them""");
  }

  @Test
  void allProblemsOfAHeaderAreListedAtOnce() {
    RefusedFileException refused = refuse(sheet().row("location", "Location", "value"));

    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.HEADER_DUPLICATE, ProblemCode.HEADER_MISSING);
    assertThat(refused)
        .hasMessage(
            """
            data!B1 (location): expected the header "location" once, found it at A1 and B1; rename or remove one of them
            sheet "data": expected the header "Total value", found in row 1 only "location", "Location", "value"; add the column, or correct its header""");
  }

  @Test
  void numbersDatesAndBlanksAreNoHeaders() {
    assertThat(find(sheet().row(2020, "location", " ", true, "Total value")))
        .isEqualTo(
            """
            row 1, 0 above
            location <- "location" at B1 EXACT
            value <- "Total value" at E1 EXACT""");
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static String find(WorkbookBuilder workbook) {
    HeaderMatch match = search(workbook);
    StringBuilder text = new StringBuilder();
    text.append("row %d, %d above".formatted(match.row(), match.rowsAbove()));
    match
        .bindings()
        .forEach(
            b ->
                text.append(
                    "\n%s <- \"%s\" at %s %s"
                        .formatted(b.column(), b.header(), b.cell().a1(), b.how())));
    match
        .unexpected()
        .forEach(
            u -> text.append("\nunexpected \"%s\" at %s".formatted(u.header(), u.cell().a1())));
    return text.toString();
  }

  private static String refusal(WorkbookBuilder workbook) {
    return refuse(workbook).problems().stream()
        .map(problem -> problem.code() + " " + problem.describe())
        .collect(Collectors.joining("\n"));
  }

  private static RefusedFileException refuse(WorkbookBuilder workbook) {
    return catchThrowableOfType(RefusedFileException.class, () -> search(workbook));
  }

  private static HeaderMatch search(WorkbookBuilder builder) {
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults())) {
      Sheet sheet = workbook.sheets().get(0);
      try (SheetRows rows = sheet.rows()) {
        return new HeaderSearch(sheet, RowSchema.of(Row.class)).find(rows);
      }
    }
  }
}
