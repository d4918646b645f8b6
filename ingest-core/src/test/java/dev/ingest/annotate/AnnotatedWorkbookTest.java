package dev.ingest.annotate;

import static dev.ingest.annotate.Annotated.annotate;
import static dev.ingest.annotate.Annotated.fills;
import static dev.ingest.annotate.Annotated.note;
import static dev.ingest.annotate.Annotated.notes;
import static dev.ingest.annotate.Annotated.open;
import static dev.ingest.annotate.Annotated.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIterable;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class AnnotatedWorkbookTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private static WorkbookBuilder sales() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("city", "value", "day")
        .row("Paris", 1, DAY)
        .row("Rome", "oops", DAY)
        .row("Oslo", null, DAY)
        .rowAt(9, "Kyiv", 3, DAY);
  }

  @Test
  void eachBadCellIsFilledAndHasANote() throws Exception {
    byte[] copy = annotate(sales().bytes(), "B3", "C3", "B4", "A7");

    assertThat(notes(copy, "data"))
        .isEqualTo(Map.of("B3", note("B3"), "C3", note("C3"), "B4", note("B4"), "A7", note("A7")));
    assertThat(fills(copy, "data"))
        .isEqualTo(Map.of("B3", "FFFFC7CF", "C3", "FFFFC7CF", "B4", "FFFFC7CF", "A7", "FFFFC7CF"));
  }

  @Test
  void theProblemsAreListedWithLinks() throws Exception {
    try (XSSFWorkbook book = open(annotate(sales().bytes(), "B3", "B4"))) {
      XSSFSheet problems = book.getSheetAt(1);

      assertThat(problems.getSheetName()).isEqualTo("Problems");
      assertThat(problems.getRow(0).getCell(0).getStringCellValue()).isEqualTo("2 problems");
      assertThatIterable(problems.getRow(4))
          .extracting(Object::toString)
          .containsExactly(
              "data!B3",
              "value",
              "expected a number at B3",
              "enter <digits>",
              "=oops",
              "NOT_A_NUMBER");
      assertThat(problems.getRow(4).getCell(4).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(problems.getHyperlinkList())
          .extracting(Hyperlink::getAddress)
          .containsExactly("'data'!B3", "'data'!B4");
    }
  }

  @Test
  void valuesFormulasAndFormatsStay() throws Exception {
    byte[] upload = sales().row("Lima", CellXml.of("<f>B2*2</f><v>2</v>"), DAY).bytes();

    try (XSSFWorkbook book = open(annotate(upload, "C2", "B10", "B4"))) {
      XSSFSheet data = book.getSheet("data");
      assertThat(data.getRow(1).getCell(2).getLocalDateTimeCellValue())
          .isEqualTo(DAY.atStartOfDay());
      assertThat(data.getRow(1).getCell(2).getCellStyle().getDataFormatString())
          .isEqualTo("yyyy\\-mm\\-dd");
      assertThat(data.getRow(9).getCell(1).getCellFormula()).isEqualTo("B2*2");
      assertThat(data.getRow(9).getCell(1).getNumericCellValue()).isEqualTo(2);
    }
  }

  @Test
  void partsWithoutMarksKeepTheirBytes() throws Exception {
    byte[] upload =
        sales().sheet("other").row(1).part("xl/media/image1.png", new byte[] {1, 2, 3}).bytes();

    Map<String, String> before = parts(upload);
    Map<String, String> after = parts(annotate(upload, "B3"));

    assertThat(after)
        .containsEntry("xl/worksheets/sheet2.xml", before.get("xl/worksheets/sheet2.xml"));
    assertThat(after).containsEntry("xl/media/image1.png", before.get("xl/media/image1.png"));
    assertThat(after).containsEntry("xl/sharedStrings.xml", before.get("xl/sharedStrings.xml"));
    assertThat(after.get("xl/worksheets/sheet1.xml"))
        .isEqualTo(
            before
                .get("xl/worksheets/sheet1.xml")
                .replace("<c r=\"B3\" t=\"s\">", "<c r=\"B3\" t=\"s\" s=\"3\">")
                .replace(
                    "</worksheet>",
                    "<legacyDrawing xmlns:ingestr=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                        + " ingestr:id=\"rIdIngest2\"/></worksheet>"));
  }

  @Test
  void marksOfAnEarlierRoundAreTakenAway() throws Exception {
    byte[] once = annotate(sales().bytes(), "B3", "C3", "B4");
    byte[] twice = annotate(once, "A2", "B3");

    assertThat(notes(twice, "data")).isEqualTo(Map.of("B3", note("B3"), "A2", note("A2")));
    assertThat(fills(twice, "data")).isEqualTo(Map.of("B3", "FFFFC7CF", "A2", "FFFFC7CF"));
    try (XSSFWorkbook book = open(twice)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("2 problems");
    }
  }

  @Test
  void aCorrectedWorkbookHasNoMark() throws Exception {
    byte[] corrected = annotate(annotate(sales().bytes(), "B3", "B4", "A7"));

    assertThat(notes(corrected, "data")).isEmpty();
    assertThat(fills(corrected, "data")).isEmpty();
    try (XSSFWorkbook book = open(corrected)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      assertThat(book.getAllNames()).isEmpty();
    }
    assertThat(parts(corrected))
        .doesNotContainKeys(
            "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/ingestProblems1.xml");
  }

  @Test
  void theRoundIsReadBack() throws Exception {
    byte[] copy = annotate(sales().bytes(), "B3", "C3", "B4", "A9");

    try (Workbook workbook = Workbook.open(WorkbookSource.of("a", copy), ReadOptions.defaults())) {
      EarlierRound round = EarlierRound.of(workbook).orElseThrow();
      assertThat(round.problemsSheet()).hasValue("Problems");
      assertThat(round.rows()).hasToString("{3, 4, 9}");
      assertThat(round.taken()).isTrue();
      assertThat(round.partial()).isFalse();
    }
  }

  @Test
  void aSheetThatIsTooLargeIsCutToTheBadRows() throws Exception {
    byte[] copy =
        annotate(
            sales().bytes(),
            Annotated.marks("B3", "A9"),
            new Round("data", 1, List.of(1), true, false, true),
            new AnnotationLimits(100, 10));

    assertThat(notes(copy, "data")).isEqualTo(Map.of("B3", note("B3"), "A4", note("A9")));
    try (XSSFWorkbook book = open(copy)) {
      XSSFSheet data = book.getSheet("data");
      assertThat(List.of(data.getRow(0), data.getRow(1), data.getRow(2), data.getRow(3)))
          .extracting(row -> row.getCell(0).getStringCellValue())
          .containsExactly("city", "Paris", "Rome", "Kyiv");
      assertThat(book.getSheet("Problems").getRow(1).getCell(0).getStringCellValue())
          .isEqualTo(
              "This workbook holds the header, the first row and the rows with problems only, since a"
                  + " sheet of at most 100 bytes is copied whole, and this one has 649. Correct the"
                  + " marked cells and send it as it is, to be taken with --only-corrected.");
    }
  }
}
