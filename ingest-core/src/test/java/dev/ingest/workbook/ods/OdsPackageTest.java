package dev.ingest.workbook.ods;

import static dev.ingest.workbook.ods.Ods.number;
import static dev.ingest.workbook.ods.Ods.row;
import static dev.ingest.workbook.ods.Ods.table;
import static dev.ingest.workbook.ods.Ods.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet holds around its cells, and what is no spreadsheet. */
class OdsPackageTest {

  private static final String ADVICE = "; ask the sender for the file again";
  private static final String DATA = table("data", row(number("1")));

  @Test
  void aFlatDocumentIsReadAlike() {
    Ods ods = Ods.body(DATA);

    assertThat(SheetText.of(ods.bytes())).isEqualTo("A1 1");
    assertThat(SheetText.of(ods.flat())).isEqualTo("A1 1");
    assertThat(kind(ods.bytes())).isEqualTo("ODS");
    assertThat(kind(ods.flat())).isEqualTo("FODS");
  }

  @Test
  void sheetsAreHiddenByTheirStyle() {
    String styles =
        "<style:style style:family='table' style:name='ta1'><style:table-properties table:display='true'/></style:style>"
            + "<style:style style:family='table' style:name='ta2'><style:table-properties table:display='false'/></style:style>"
            + "<style:style style:family='table-cell' style:name='ta3'><style:table-properties table:display='false'/></style:style>";
    String sheets =
        "<table:table table:name='a' table:style-name='ta1'/><table:table table:name='b &amp; c' table:style-name='ta2'/>"
            + "<table:table table:name='日本' table:style-name='ta3'/><table:table table:name='plain'/>";

    assertThat(sheets(Ods.body(styles, sheets).bytes()))
        .isEqualTo("1 a VISIBLE, 2 b & c HIDDEN, 3 日本 VISIBLE, 4 plain VISIBLE");
  }

  @Test
  void whatIsNoSheetOfThisFileIsLeftOut() {
    String others =
        "<table:tracked-changes>"
            + table("deleted", row(number("9")))
            + "</table:tracked-changes>"
            + "<table:dde-links>"
            + table("linked", row(number("9")))
            + "</table:dde-links>"
            + table("&apos;file:///tmp/other.ods&apos;#Sheet1", row(number("9")))
            + "<office:forms>"
            + table("form", row(number("9")))
            + "</office:forms>";

    assertThat(sheets(Ods.body(others + DATA + others.replace("Sheet1", "Sheet2")).bytes()))
        .isEqualTo("1 data VISIBLE");
    assertThat(SheetText.of(Ods.body(others + DATA).bytes())).isEqualTo("A1 1");
  }

  @Test
  void aSheetThatIsLinkedIsRead() {
    String linked = table("data", "<table:table-source table:mode='copy-all'/>" + row(number("1")));

    assertThat(SheetText.of(Ods.body(linked).bytes())).isEqualTo("A1 1");
  }

  @Test
  void mergedAreasAreListed() {
    String spanning =
        "<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='3' office:value-type='float' office:value='1'/>";
    String twice =
        spanning.replace(
            "<table:table-cell", "<table:table-cell table:number-columns-repeated='2'");
    byte[] ods = Ods.rows(row("") + row(text("x") + spanning) + row(twice));

    assertThat(asked(ods, workbook -> workbook.sheets().get(0).merged().toString()))
        .isEqualTo("[data!B2:C4, data!A3:B5, data!B3:C5]");
  }

  @Test
  void mergedAreasWithoutEndAreRefused() {
    String spanning =
        "<table:table-cell table:number-columns-spanned='2' table:number-columns-repeated='16000'/>";
    String rows =
        row(spanning)
            .replace("<table:table-row", "<table:table-row table:number-rows-repeated='1000000'");

    assertThat(SheetText.refusal(Ods.rows(rows)))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected at most 1000000 merged areas, found more"
                + ADVICE);
    assertThat(SheetText.refusal(Ods.rows(row(spanning.replace("16000", "16384")))))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected a merged area within A1:XFD1048576, found one that leaves it"
                + ADVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "$data.$A$1:$data.$B$9;       data!A1:B9",
        "$data.$A$1:.$B$9;            data!A1:B9",
        "data.A1;                     data!A1:A1",
        "$'my data'.$A$1:.$B$9;       'my data'!A1:B9",
        "$'it''s'.$XFD$1048576;       'it''s'!XFD1048576:XFD1048576",
        "$data.$A$1:$other.$B$9;      none",
        "$data.$B$9:.$A$1;            none",
        "$data.$XFE$1;                none",
        "$data.$A$0;                  none",
        "$'file:///x.ods'#$data.$A$1; none",
        "$data.$A:$B;                 none",
        "#REF!;                       none",
      })
  void namedRangesAreFound(String address, String range) {
    String names =
        "<table:named-expressions><table:named-range table:name='all' table:cell-range-address='"
            + address.replace("'", "&apos;")
            + "'/></table:named-expressions>";

    assertThat(
            asked(
                Ods.body(DATA + names).bytes(),
                workbook -> workbook.names().get(0).range().map(Object::toString).orElse("none")))
        .isEqualTo(range);
  }

  @Test
  void namesBelongToTheWorkbookOrToASheet() {
    String names =
        "<table:named-expressions><table:named-range table:name='%s' table:cell-range-address='$data.$A$1'/>"
            + "<table:named-expression table:name='rate' table:expression='of:=0.2'/></table:named-expressions>";
    String body =
        table("data", row(number("1")) + names.formatted("local")) + names.formatted("global");

    assertThat(
            asked(
                Ods.body(body).bytes(),
                workbook ->
                    workbook.names().stream()
                        .map(n -> n.name() + " " + n.scope().orElse("-") + " " + n.formula())
                        .collect(Collectors.joining(", "))))
        .isEqualTo("local data $data.$A$1, rate data of:=0.2, global - $data.$A$1, rate - of:=0.2");
  }

  @ParameterizedTest
  @CsvSource({
    "1899-12-30,          BASE_1900, 2020-02-01T00:00",
    "1904-01-01,          BASE_1904, 2024-02-02T00:00",
    "1904-01-01T00:00:00, BASE_1904, 2024-02-02T00:00",
    "1900-01-01,          BASE_1900, 2020-02-03T00:00",
  })
  void numbersTakenForDatesCountFromTheNullDate(String zero, DateSystem system, String date) {
    String settings =
        "<table:calculation-settings><table:null-date table:date-value='"
            + zero
            + "'/></table:calculation-settings>";
    byte[] ods =
        Ods.body(
                settings
                    + table(
                        "data",
                        row(
                            number("43862")
                                + "<table:table-cell office:value-type='date' office:date-value='2020-02-01'/>")))
            .bytes();

    assertThat(asked(ods, Workbook::dateSystem)).isEqualTo(system.toString());
    assertThat(SheetText.of(ods)).isEqualTo("A1 43862, B1 2020-02-01T00:00");
    assertThat(
            asked(
                ods,
                workbook -> {
                  try (var rows = workbook.sheets().get(0).rows()) {
                    return rows.next().at(0).dateTime().toString();
                  }
                }))
        .isEqualTo(date);
  }

  @Test
  void theProducerIsThatOfTheOrigin() {
    String meta =
        "<office:document-meta"
            + Ods.namespaces()
            + "><office:meta><meta:generator>LibreOffice/7.6"
            + "</meta:generator></office:meta></office:document-meta>";

    assertThat(asked(Ods.body(DATA).part("meta.xml", meta).bytes(), Workbook::producer))
        .isEqualTo("Optional[LibreOffice/7.6]");
    assertThat(asked(Ods.body(DATA).bytes(), Workbook::producer)).isEqualTo("Optional.empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "vnd.oasis.opendocument.text;           NOT_A_WORKBOOK; an OpenDocument text document; ask the sender for the workbook itself",
        "vnd.oasis.opendocument.text-template;  NOT_A_WORKBOOK; an OpenDocument text document; ask the sender for the workbook itself",
        "vnd.oasis.opendocument.presentation;   NOT_A_WORKBOOK; an OpenDocument presentation; ask the sender for the workbook itself",
        "vnd.oasis.opendocument.graphics;       NOT_A_WORKBOOK; an OpenDocument drawing; ask the sender for the workbook itself",
        "vnd.oasis.opendocument.formula;        NOT_A_WORKBOOK; an OpenDocument file that is no spreadsheet; ask the sender for the workbook itself",
        "vnd.sun.xml.calc;                      UNSUPPORTED;    an OpenOffice.org 1.x spreadsheet (.sxc); open it in LibreOffice and save it as .xlsx",
      })
  void otherDocumentsAreNamed(String type, Reason reason, String found, String advice) {
    byte[] byMimetype = Ods.body(DATA).part("mimetype", "application/" + type + "\n").bytes();
    byte[] byManifest =
        Ods.body(DATA)
            .without("mimetype")
            .manifest(
                "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/"
                    + type
                    + "'/>")
            .bytes();

    for (byte[] document : new byte[][] {byMimetype, byManifest}) {
      WorkbookException refusal = SheetText.refusal(document, ReadLimits.defaults());
      assertThat(refusal)
          .hasMessage(
              "book.xlsx: expected an Excel workbook (.xlsx), found " + found + "; " + advice);
      assertThat(refusal.reason()).isEqualTo(reason);
    }
  }

  @Test
  void aFlatTextDocumentIsNamed() {
    byte[] text =
        new String(Ods.body(DATA).flat(), UTF_8)
            .replace(Ods.SPREADSHEET, "application/vnd.oasis.opendocument.text")
            .getBytes(UTF_8);

    assertThat(SheetText.refusal(text))
        .isEqualTo(
            "book.xlsx: expected an Excel workbook (.xlsx), found an OpenDocument text document; ask the sender for the workbook itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spreadsheet", "spreadsheet-template"})
  void spreadsheetsAndTheirTemplatesAreRead(String type) {
    byte[] ods =
        Ods.body(DATA).part("mimetype", "application/vnd.oasis.opendocument." + type).bytes();

    assertThat(SheetText.of(ods)).isEqualTo("A1 1");
    assertThat(SheetText.of(Ods.body(DATA).without("mimetype").bytes())).isEqualTo("A1 1");
  }

  @Test
  void aBodyThatHoldsNoSpreadsheetIsRefused() {
    Ods undeclared = Ods.body(DATA).without("mimetype");
    byte[] text =
        undeclared
            .part(
                "content.xml",
                "<office:document-content"
                    + Ods.namespaces()
                    + "><office:body><office:text/></office:body></office:document-content>")
            .bytes();
    byte[] nothing = undeclared.part("content.xml", "<any/>").bytes();

    assertThat(SheetText.refusal(text))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected one office:spreadsheet, found office:text; ask the sender for the workbook itself");
    assertThat(SheetText.refusal(nothing))
        .isEqualTo(
            "book.xlsx: content.xml: expected a spreadsheet, found a document without one"
                + ADVICE);
    assertThat(SheetText.refusal(Ods.body(DATA).without("content.xml").bytes()))
        .isEqualTo("book.xlsx: expected the part content.xml, found none" + ADVICE);
  }

  @Test
  void anEncryptedSpreadsheetNeedsItsPassword() {
    byte[] ods =
        Ods.body(DATA)
            .manifest(
                "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>")
            .bytes();

    WorkbookException refusal = SheetText.refusal(ods, ReadLimits.defaults());
    assertThat(refusal)
        .hasMessage(
            "book.xlsx: expected a spreadsheet without a password, found a password-protected"
                + " OpenDocument spreadsheet, which is not read; remove the password in LibreOffice and save again");
    assertThat(refusal.reason()).isEqualTo(Reason.PASSWORD_NEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"})
  void aDoctypeIsRefusedInEachPart(String part) {
    byte[] ods = Ods.body(DATA).part(part, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").bytes();

    assertThat(SheetText.refusal(ods))
        .isEqualTo(
            "book.xlsx: "
                + part
                + ", line 1: expected plain XML, found a DOCTYPE, which is not allowed"
                + ADVICE);
  }

  @Test
  void theDoctypeOfOldManifestsDeclaresNothing() {
    String old =
        "<?xml version='1.0'?>\n<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">"
            + "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>";

    assertThat(SheetText.of(Ods.body(DATA).part("META-INF/manifest.xml", old).bytes()))
        .isEqualTo("A1 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<table:table/>; expected a sheet with a name, found none",
        "<table:table table:name='a'/><table:table table:name='A'/>; expected each sheet name once, found A",
        "<table:calculation-settings><table:null-date table:date-value='x'/></table:calculation-settings>; expected a null date, found \"x\"",
        "<table:named-expressions><table:named-range table:name='a'/></table:named-expressions>; expected a name and what it stands for, found one of them",
      })
  void whatBreaksTheRulesIsRefused(String body, String message) {
    assertThat(SheetText.refusal(Ods.body(body).bytes()))
        .isEqualTo("book.xlsx: content.xml, line 1: " + message + ADVICE);
  }

  @Test
  void anImageInAFlatDocumentMayBeLongerThanAnyText() {
    String image = "<draw:image>" + "iVBORw0KGgo".repeat(200_000) + "<![CDATA[AAAA]]></draw:image>";
    byte[] flat =
        Ods.body(table("data", "<table:shapes>" + image + "</table:shapes>" + row(number("1"))))
            .flat();

    assertThat(SheetText.of(flat)).isEqualTo("A1 1");
  }

  @Test
  void aDocumentThatIsCutAnywhereIsRefusedBeforeItsFirstRow() {
    byte[] whole = Ods.body(table("data", row(text("UK") + number("1")) + row(text("FR")))).flat();

    for (int length = whole.length - 1; length > 1100; length--) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(SheetText.refusal(cut))
          .as("cut after %s bytes", length)
          .startsWith("book.xlsx, line 2: expected ");
    }
  }

  private static String kind(byte[] bytes) {
    return asked(bytes, Workbook::kind);
  }

  private static String sheets(byte[] ods) {
    return asked(
        ods,
        workbook ->
            workbook.sheets().stream()
                .map(OdsPackageTest::described)
                .collect(Collectors.joining(", ")));
  }

  private static String described(Sheet sheet) {
    return sheet.position() + " " + sheet.name() + " " + sheet.visibility();
  }

  private static String asked(byte[] bytes, Function<Workbook, Object> question) {
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", bytes), ReadLimits.defaults())) {
      return String.valueOf(question.apply(workbook));
    }
  }
}
