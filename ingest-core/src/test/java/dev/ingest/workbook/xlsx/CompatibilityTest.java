package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Markup of other times and other programs: ECMA-376 Part 3. Of alternatives the one is read that
 * Excel reads, what is foreign is passed over, and what makes no sheet is refused.
 */
class CompatibilityTest {

  private static final String WHERE = "book.xlsx: xl/worksheets/sheet1.xml, line 1: expected ";
  private static final String ADVICE = "; ask the sender for the file again";

  private static final String NAMESPACES =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\""
          + " xmlns:f=\"urn:foreign\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x14;     A1 1",
        "x14 x14; A1 1",
        "f;       A1 2",
        "x14 f;   A1 2",
        "none;    A1 2",
      })
  void aChoiceIsReadWhereItsNamespacesAreKnownToExcelElseTheFallback(String requires, String text) {
    assertThat(
            SheetText.of(
                sheet(
                    "<row r=\"1\">"
                        + alternate(requires, cell("A1", 1), cell("A1", 2))
                        + "</row>")))
        .isEqualTo(text);
  }

  @Test
  void theFirstChoiceThatIsUnderstoodIsTheOnlyOne() {
    String choices =
        "<mc:AlternateContent><mc:Choice Requires=\"f\"><row r=\"1\">"
            + cell("A1", 1)
            + "</row></mc:Choice><mc:Choice Requires=\"x14\"><row r=\"1\">"
            + cell("A1", 2)
            + "</row></mc:Choice><mc:Choice Requires=\"x14\"><row r=\"1\">"
            + cell("A1", 3)
            + "</row></mc:Choice><mc:Fallback><row r=\"1\">"
            + cell("A1", 4)
            + "</row></mc:Fallback></mc:AlternateContent>";

    assertThat(SheetText.of(sheet(choices + "<row r=\"2\">" + cell("A2", 5) + "</row>")))
        .isEqualTo("A1 2\nA2 5");
  }

  @Test
  void alternativesMayStandInOneAnother() {
    String inner = alternate("f", cell("A1", 1), cell("A1", 2));

    assertThat(
            SheetText.of(
                sheet(
                    "<row r=\"1\">"
                        + alternate("x14", inner + cell("B1", 3), cell("C1", 4))
                        + cell("D1", 5)
                        + "</row>")))
        .isEqualTo("A1 2, B1 3, D1 5");
  }

  @Test
  void withoutABranchThatIsUnderstoodNothingIsThere() {
    assertThat(
            SheetText.of(
                sheet(
                    "<row r=\"1\"><mc:AlternateContent><mc:Choice Requires=\"f\">"
                        + cell("A1", 1)
                        + "</mc:Choice></mc:AlternateContent>"
                        + cell("B1", 2)
                        + "</row>")))
        .isEqualTo("B1 2");
  }

  @Test
  void sharedStringsHaveAlternativesToo() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("a", "b")
            .part(
                "xl/sharedStrings.xml",
                "<sst"
                    + NAMESPACES
                    + ">"
                    + alternate("f", "<si><t>wrong</t></si>", "<si><t>first</t></si>")
                    + "<si>"
                    + alternate("x14", "<t>second</t>", "<t>wrong</t>")
                    + "</si></sst>")
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"first\", B1 \"second\"");
  }

  @Test
  void whatIsForeignIsPassedOverWithAllThatIsInIt() {
    assertThat(
            SheetText.of(
                sheet(
                    "<f:group><row r=\"1\">"
                        + cell("A1", 1)
                        + "</row></f:group><row r=\"2\"><f:group>"
                        + cell("A2", 2)
                        + "</f:group>"
                        + cell("B2", 3)
                        + "<extLst><ext>"
                        + cell("C2", 4)
                        + "</ext></extLst></row>")))
        .isEqualTo("B2 3");
  }

  @ParameterizedTest
  @CsvSource({
    "mc:MustUnderstand=\"f\", mc:MustUnderstand",
    "mc:ProcessContent=\"f:x\", mc:ProcessContent"
  })
  void whatOnlyOthersUnderstandIsRefused(String attribute, String found) {
    assertThat(SheetText.refusal(sheet(" " + attribute, "")))
        .isEqualTo(
            WHERE
                + "markup that this reader knows, found "
                + found
                + "; save the workbook from Excel again");
  }

  @Test
  void whatExcelUnderstandsMayBeDemanded() {
    assertThat(
            SheetText.of(
                sheet(
                    " mc:MustUnderstand=\"x14\" mc:Ignorable=\"x14 f\"",
                    "<row r=\"1\">" + cell("A1", 1) + "</row>")))
        .isEqualTo("A1 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<row r=\"1\"><row r=\"2\"/></row>;         the end of a row, found another row in it",
        "<row r=\"1\"><c r=\"A1\"><c r=\"B1\"/></c></row>; the end of a cell, found another cell in it",
        "</sheetData><sheetData>;                   one sheetData, found another",
        "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>; a choice with Requires, found none",
      })
  void rowsAndCellsDoNotHoldEachOther(String rows, String expectedAndFound) {
    assertThat(SheetText.refusal(sheet(rows))).isEqualTo(WHERE + expectedAndFound + ADVICE);
  }

  @Test
  void aPartThatHoldsSomethingElseIsNoEmptySheet() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .part("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"urn:foreign\"/>")
            .bytes();
    byte[] book =
        WorkbookBuilder.workbook().sheet("data").part("xl/workbook.xml", "<styleSheet/>").bytes();

    assertThat(SheetText.refusal(xlsx))
        .isEqualTo(WHERE + "a worksheet, found another document" + ADVICE);
    assertThat(SheetText.refusal(book))
        .isEqualTo(
            "book.xlsx: xl/workbook.xml, line 1: expected a workbook, found another document"
                + ADVICE);
  }

  private static String alternate(String requires, String choice, String fallback) {
    return "<mc:AlternateContent><mc:Choice Requires=\"%s\">%s</mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>"
        .formatted(requires, choice, fallback);
  }

  private static String cell(String reference, int value) {
    return "<c r=\"%s\"><v>%s</v></c>".formatted(reference, value);
  }

  private static byte[] sheet(String rows) {
    return sheet("", rows);
  }

  private static byte[] sheet(String attributes, String rows) {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .part(
            "xl/worksheets/sheet1.xml",
            "<worksheet"
                + NAMESPACES
                + attributes
                + "><sheetData>"
                + rows
                + "</sheetData></worksheet>")
        .bytes();
  }
}
