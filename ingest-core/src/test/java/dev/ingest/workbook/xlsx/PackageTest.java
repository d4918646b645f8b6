package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookSource;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a package and how they refer to each other. */
class PackageTest {

  private static final String ADVICE = "; ask the sender for the file again";
  private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "word/document.xml;    a Word document; ask the sender for the workbook itself",
        "ppt/presentation.xml; a PowerPoint presentation; ask the sender for the workbook itself",
        "META-INF/MANIFEST.MF; a Java archive; ask the sender for the workbook itself",
        "Index/Document.iwa;   an Apple Numbers document; export it from Numbers as .xlsx",
        "readme.txt;           a zip without a workbook in it; open it in Excel and save it as .xlsx",
      })
  void anotherKindOfZipIsNamed(String part, String found, String advice) {
    byte[] zip =
        WorkbookBuilder.workbook()
            .part(part, "")
            .without("xl/workbook.xml")
            .without("_rels/.rels")
            .bytes();

    assertThat(SheetText.refusal(zip, ReadLimits.defaults()))
        .hasMessage(
            "book.xlsx: expected an Excel workbook (.xlsx), found " + found + "; " + advice);
    assertThat(SheetText.refusal(zip, ReadLimits.defaults()).reason())
        .isEqualTo(Reason.NOT_A_WORKBOOK);
  }

  @Test
  void sheetsAreInTheWorkbooksOrderWithTheirVisibility() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("b")
            .sheet("a & <b>", "hidden")
            .sheet("日本", "veryHidden")
            .bytes();

    assertThat(sheets(xlsx)).isEqualTo("1 b VISIBLE, 2 a & <b> HIDDEN, 3 日本 VERY_HIDDEN");
  }

  @Test
  void sheetsThatAreNoWorksheetsAreLeftOut() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("chart")
            .sheet("data")
            .row(1)
            .edit(
                RELATIONSHIPS,
                xml -> xml.replaceFirst("relationships/worksheet", "relationships/chartsheet"))
            .bytes();

    assertThat(sheets(xlsx)).isEqualTo("1 data VISIBLE");
    assertThat(SheetText.of(xlsx)).isEqualTo("A1 1");
  }

  @Test
  void aSheetThatNamesNoPartIsLeftOut() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(1)
            .sheet(" ", "veryHidden")
            .edit("xl/workbook.xml", xml -> xml.replace("r:id=\"rId2\"", "r:id=\"\""))
            .bytes();

    assertThat(sheets(xlsx)).isEqualTo("1 data VISIBLE");
  }

  @ParameterizedTest
  @CsvSource({"data, DATA", "data, data", "É, é"})
  void twoSheetsOfOneNameAreRefused(String first, String second) {
    assertThat(SheetText.refusal(WorkbookBuilder.workbook().sheet(first).sheet(second).bytes()))
        .isEqualTo(
            "book.xlsx: xl/workbook.xml, line 2: expected each sheet name once, found "
                + second
                + ADVICE);
  }

  @Test
  void aSheetHasAName() {
    assertRefused(
        "xl/workbook.xml",
        xml -> xml.replace("name=\"data\"", ""),
        "book.xlsx: xl/workbook.xml, line 2: expected a sheet with a name, found none" + ADVICE);
  }

  @Test
  void aSheetHasAPart() {
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replace("rId1", "rId9"),
        "book.xlsx: expected a part for the sheet \"data\", found none" + ADVICE);
    assertRefused(
        "xl/workbook.xml",
        xml -> xml.replace("r:id=\"rId1\"", ""),
        "book.xlsx: expected a part for the sheet \"data\", found none" + ADVICE);
    assertThat(SheetText.refusal(metrics().without("xl/worksheets/sheet1.xml").bytes()))
        .isEqualTo("book.xlsx: expected the part xl/worksheets/sheet1.xml, found none" + ADVICE);
  }

  @Test
  void aRelationshipIsWhole() {
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replaceFirst("Id=\"rId1\"", ""),
        "book.xlsx: xl/_rels/workbook.xml.rels, line 2: expected a relationship with Id, found none"
            + ADVICE);
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replaceFirst("Target=\"[^\"]*\"", ""),
        "book.xlsx: xl/_rels/workbook.xml.rels, line 2: expected a relationship with Target, found none"
            + ADVICE);
  }

  @Test
  void twoRelationshipsOfOneIdAreRefused() {
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replace("rId2", "rId1"),
        "book.xlsx: xl/_rels/workbook.xml.rels, line 2: expected each relationship once, found another rId1"
            + ADVICE);
  }

  @Test
  void thereMayBeManySheetsWithLongNames() {
    WorkbookBuilder builder = WorkbookBuilder.workbook();
    for (int i = 0; i < 2_000; i++) {
      builder.sheet("n".repeat(300) + i).row(i);
    }

    try (Workbook workbook = open(builder.bytes())) {
      Sheet last = workbook.sheet(SheetSelector.named("N".repeat(300) + 1_999));

      assertThat(workbook.sheets()).hasSize(2_000);
      assertThat(last.position()).isEqualTo(2_000);
      assertThat(SheetText.of(last)).isEqualTo("A1 1999");
    }
  }

  @Test
  void anExternalTargetIsNeverOpened() {
    assertRefused(
        RELATIONSHIPS,
        xml ->
            xml.replaceFirst(
                "Target=\"worksheets/sheet1.xml\"",
                "TargetMode=\"External\" Target=\"http://127.0.0.1:1/sheet1.xml\""),
        "book.xlsx: expected a part for the sheet \"data\", found none" + ADVICE);
  }

  @ParameterizedTest
  @CsvSource({
    "worksheets/sheet1.xml",
    "/xl/worksheets/sheet1.xml",
    "./worksheets/./sheet1.xml",
    "../xl/worksheets/sheet1.xml",
    "../../../xl/worksheets/sheet1.xml",
    "worksheets\\sheet1.xml",
    "Worksheets/SHEET1.xml",
  })
  void aTargetIsResolvedAgainstItsPart(String target) {
    byte[] xlsx =
        metrics().edit(RELATIONSHIPS, xml -> xml.replace("worksheets/sheet1.xml", target)).bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"location\", B1 0.65");
  }

  @Test
  void aTargetThatClimbsLeadsNowhereElse() {
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replace("worksheets/sheet1.xml", "../../etc/passwd"),
        "book.xlsx: expected the part etc/passwd, found none" + ADVICE);
  }

  @Test
  void theWorkbookMayBeAtAnotherPath() {
    byte[] xlsx =
        metrics()
            .edit("_rels/.rels", xml -> xml.replace("xl/workbook.xml", "book/main.xml"))
            .part(
                "book/main.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"data\" r:id=\"a\"/></sheets></workbook>")
            .part(
                "book/_rels/main.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"../xl/worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                    + "</Relationships>")
            .without("xl/workbook.xml")
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"location\", B1 0.65");
  }

  @Test
  void withoutPackageRelationshipsTheWorkbookIsWhereItAlwaysIs() {
    assertThat(SheetText.of(metrics().without("_rels/.rels").bytes()))
        .isEqualTo("A1 \"location\", B1 0.65");
  }

  @Test
  void aPartThatIsNotUsedIsNotRead() {
    byte[] xlsx =
        metrics()
            .part("xl/theme/theme1.xml", "<!DOCTYPE broken")
            .part("../../evil.sh", "x")
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"location\", B1 0.65");
  }

  @Test
  void sharedStringsThatAreRelatedToMustBeThere() {
    assertThat(SheetText.refusal(metrics().without("xl/sharedStrings.xml").bytes()))
        .isEqualTo("book.xlsx: expected the part xl/sharedStrings.xml, found none" + ADVICE);
  }

  @Test
  void withoutSharedStringsThereIsNoneToPointAt() {
    assertRefused(
        RELATIONSHIPS,
        xml -> xml.replace("relationships/sharedStrings", "relationships/other"),
        "book.xlsx: xl/worksheets/sheet1.xml: data!A1: expected one of 0 shared strings, found index \"0\""
            + ADVICE);
  }

  @Test
  void namesOfEntriesMayBeInOtherCaseOrWithBackslashes() {
    for (UnaryOperator<String> rename :
        java.util.List.<UnaryOperator<String>>of(
            name -> name.toUpperCase(Locale.ROOT),
            name -> name.replace('/', '\\'),
            name -> "/" + name)) {
      assertThat(SheetText.of(metrics().entryNames(rename).bytes()))
          .isEqualTo("A1 \"location\", B1 0.65");
    }
  }

  @Test
  void rowsCanBeReadTwice() {
    byte[] xlsx = metrics().bytes();

    try (Workbook workbook = open(xlsx)) {
      Sheet sheet = workbook.sheets().get(0);

      assertThat(SheetText.of(sheet)).isEqualTo(SheetText.of(sheet));
    }
  }

  private static WorkbookBuilder metrics() {
    return WorkbookBuilder.workbook().sheet("data").row("location", 0.65);
  }

  private static void assertRefused(String part, UnaryOperator<String> edit, String message) {
    assertThat(SheetText.refusal(metrics().edit(part, edit).bytes())).isEqualTo(message);
  }

  private static String sheets(byte[] xlsx) {
    try (Workbook workbook = open(xlsx)) {
      return String.join(
          ", ",
          workbook.sheets().stream()
              .map(sheet -> sheet.position() + " " + sheet.name() + " " + sheet.visibility())
              .toList());
    }
  }

  private static Workbook open(byte[] xlsx) {
    return Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
  }
}
