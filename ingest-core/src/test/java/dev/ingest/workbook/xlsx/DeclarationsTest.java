package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook declares beside its cells: names, tables, merged areas, its producer. */
class DeclarationsTest {

  private static final String ADVICE = "; ask the sender for the file again";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TABLE = "xl/tables/table1.xml";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

  // names

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<definedName name='a'>data!$B$3:$E$200</definedName>    | a data!B3:E200",
        "<definedName name='a'>DATA!$B$3:$E$200</definedName>    | a data!B3:E200",
        "<definedName name='a'>'my data'!$A:$D</definedName>     | a 'my data'!A1:D1048576",
        "<definedName name='a'>data!$1:$20</definedName>         | a data!A1:XFD20",
        "<definedName name='a' hidden='1'>data!$C$4</definedName>| a data!C4:C4",
        "<definedName name='a' localSheetId='1'>data!$C$4</definedName> | a of my data data!C4:C4",
        "<definedName name='a'>data!#REF!</definedName>          | a =data!#REF!",
        "<definedName name='a'>gone!$A$1:$B$2</definedName>      | a =gone!$A$1:$B$2",
        "<definedName name='a'>SUM(data!$A:$A)&amp;\"x\"</definedName> | a =SUM(data!$A:$A)&\"x\"",
        "<definedName name='a'/>                                 | a =",
        "<definedName name='a_x0020_b'>1</definedName><definedName name='b'>2</definedName> | a b =1, b =2",
      })
  void aNameHasARangeWhereItsFormulaIsOne(String xml, String names) {
    assertThat(names(twoSheets().edit("xl/workbook.xml", WorkbookParts.names(xml))))
        .isEqualTo(names);
  }

  @Test
  void sheetsThatAreNotReadCountForTheScope() {
    WorkbookBuilder workbook =
        twoSheets()
            .edit(
                "xl/workbook.xml",
                xml ->
                    WorkbookParts.names(
                            "<definedName name=\"a\" localSheetId=\"1\">1</definedName>")
                        .apply(xml.replace("r:id=\"rId1\"", "r:id=\"\"")));

    assertThat(names(workbook)).isEqualTo("a of my data =1");
  }

  @Test
  void aNameOfNoSheetIsRefusedOnlyWhenAskedFor() {
    WorkbookBuilder workbook =
        twoSheets()
            .edit(
                "xl/workbook.xml",
                WorkbookParts.names("<definedName name=\"a\" localSheetId=\"2\">1</definedName>"));

    assertThat(SheetText.of(workbook.bytes())).isEqualTo("A1 1");
    assertThatThrownBy(() -> names(workbook))
        .hasMessage(
            "book.xlsx: xl/workbook.xml, line 2: expected the name a to belong to one of 2 sheets,"
                + " found the index \"2\""
                + ADVICE);
  }

  // tables

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "displayName=\"sales\" ref=\"A1:B5\" | sales data!A1:B5 1 0 [city, amount]",
        "displayName=\"sales\" name=\"t\" ref=\"A1:B5\" totalsRowCount=\"1\" | sales data!A1:B5 1 1 [city, amount]",
        "displayName=\"sales\" ref=\"A1:B5\" headerRowCount=\"0\" | sales data!A1:B5 0 0 [city, amount]",
      })
  void aTableSaysItsRangeAndItsRows(String attributes, String table) {
    assertThat(tables(withTable(WorkbookParts.table(attributes, "city", "amount"))))
        .isEqualTo(table);
  }

  @Test
  void namesOfColumnsAreUnescaped() {
    assertThat(
            tables(
                withTable(
                    WorkbookParts.table("displayName=\"t\" ref=\"A1:A2\"", "a_x000a_b & <c>"))))
        .isEqualTo("t data!A1:A2 1 0 [a\nb & <c>]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ref=\"A1:B5\" | expected the attribute displayName of a table, found none",
        "displayName=\"t\" | expected the attribute ref of a table, found none",
        "displayName=\"t\" ref=\"B5:A1\" | expected a range, found \"B5:A1\"",
        "displayName=\"t\" ref=\"A1:B5\" totalsRowCount=\"7\" | expected totalsRowCount to be 0 or 1, found \"7\"",
        "displayName=\"t\" ref=\"A1:B1\" totalsRowCount=\"1\" | expected 1 header and 1 totals rows within data!A1:B1, found fewer rows",
      })
  void aTableThatMakesNoSenseIsRefusedOnlyWhenAskedFor(String attributes, String message) {
    WorkbookBuilder workbook = withTable(WorkbookParts.table(attributes, "city"));

    assertThat(SheetText.of(workbook.bytes())).isEqualTo("A1 1");
    assertThatThrownBy(() -> tables(workbook))
        .hasMessage("book.xlsx: " + TABLE + ", line 1: " + message + ADVICE);
  }

  @Test
  void aTableWithoutItsPartIsRefused() {
    assertThatThrownBy(() -> tables(withTable("").without(TABLE)))
        .hasMessage("book.xlsx: expected the part " + TABLE + ", found none" + ADVICE);
    assertThatThrownBy(() -> tables(withTable("<x xmlns=\"" + MAIN + "\"/>")))
        .hasMessage("book.xlsx: " + TABLE + ", line 1: expected a table, found none" + ADVICE);
  }

  // merged areas

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><!-- </sheetData> --><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[</sheetData>]]></v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><?x </sheetData> ?><v>1</v></c></row>",
      })
  void mergedAreasAreReadWhateverTheRowsHold(String rows) {
    assertThat(merged(sheet(rows, WorkbookParts.merged("A1:B2", "$C$4:D9", "E1"))))
        .isEqualTo("data!A1:B2, data!C4:D9, data!E1:E1");
  }

  @Test
  void rowsLongerThanAnyBufferArePassedOver() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 40_000; i++) {
      rows.append("<row r=\"").append(i).append("\"><c><v>1</v></c></row>");
    }

    assertThat(merged(sheet(rows.toString(), WorkbookParts.merged("A1:B2"))))
        .isEqualTo("data!A1:B2");
  }

  /** The bytes are looked at in pieces of 64 KiB: both tags may be cut anywhere. */
  @Test
  void theEdgesOfTheRowsMayFallAnywhere() {
    UnaryOperator<String> merge = WorkbookParts.merged("A1:B2");
    for (int length = (64 << 10) - 260; length <= (64 << 10) + 20; length++) {
      String space = " ".repeat(length);
      assertThat(merged(sheet("<row>" + space + "</row>", merge))).isEqualTo("data!A1:B2");
      assertThat(
              merged(
                  sheet(
                      "<row/>",
                      xml -> merge.apply(xml.replace("<sheetData>", space + "<sheetData>")))))
          .isEqualTo("data!A1:B2");
    }
  }

  @Test
  void mergedAreasAreReadInAnyXml() {
    String prefixed =
        "<x:worksheet xmlns:x=\"%s\"><x:sheetData/><x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>"
            .formatted(STRICT);

    assertThat(merged(sheet("", xml -> prefixed))).isEqualTo("data!A1:B2");
    assertThat(
            merged(
                sheet(
                    "<row/>",
                    xml ->
                        WorkbookParts.merged("A1:B2")
                            .apply(xml.replace("<sheetData>", "<!--<sheetData>--><sheetData>")))))
        .isEqualTo("data!A1:B2");
    assertThat(merged(sheet("<row/>", xml -> xml))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"B2:A1", "A1:B2 C3:D4", "data!A1:B2", "#REF!", ""})
  void aMergedAreaThatIsNoneIsRefusedOnlyWhenAskedFor(String area) {
    WorkbookBuilder workbook =
        sheet("<row r=\"1\"><c><v>1</v></c></row>", WorkbookParts.merged(area));

    assertThat(SheetText.of(workbook.bytes())).isEqualTo("A1 1");
    assertThatThrownBy(() -> merged(workbook))
        .hasMessage(
            "book.xlsx: %s, line 2: expected a merged area, found \"%s\"%s"
                .formatted(SHEET, area, ADVICE));
  }

  @Test
  void aSheetThatIsCutShortHasNoMergedAreas() {
    UnaryOperator<String> cut = xml -> xml.substring(0, xml.indexOf("</sheetData>"));

    assertThatThrownBy(() -> merged(sheet("<row/>", cut)))
        .hasMessage(
            "book.xlsx: %s, line 2: expected the end of <sheetData>, found the part cut short%s"
                .formatted(SHEET, ADVICE));
  }

  @Test
  void aLimitIsPassedInTheLineOfTheWholeSheet() {
    WorkbookBuilder workbook = sheet("\n\n<row/>\n", WorkbookParts.merged("A1:B2", "C1:D2"));

    assertThatThrownBy(
            () -> {
              try (Workbook open =
                  Workbook.open(
                      WorkbookSource.of("book.xlsx", workbook.bytes()),
                      ReadLimits.defaults().withDeclarations(1))) {
                open.sheets().get(0).merged();
              }
            })
        .hasMessage(
            "book.xlsx: xl/worksheets/sheet1.xml, line 5: expected at most 1 declarations beside the"
                + " cells, found more; raise the limit with ReadLimits.withDeclarations if the file"
                + " is sound");
  }

  // the producer

  @ParameterizedTest
  @CsvSource({
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties, officeDocument/2006/relationships/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties, ooxml/officeDocument/relationships/extendedProperties"
  })
  void theProducerIsTheProgramAndItsVersion(String namespace, String kind) {
    String xml =
        "<p:Properties xmlns:p=\"%s\"><p:Application>Microsoft Excel</p:Application><p:AppVersion>16.0300</p:AppVersion></p:Properties>"
            .formatted(namespace);

    assertThat(producer(withProperties(kind, xml))).isEqualTo("Microsoft Excel 16.0300");
  }

  @Test
  void aBrokenProducerDoesNotStopTheRows() {
    WorkbookBuilder broken = withProperties("x/extended-properties", "<Properties>");

    assertThat(SheetText.of(broken.bytes())).isEqualTo("A1 1");
    assertThatThrownBy(() -> producer(broken))
        .hasMessage(
            "book.xlsx: docProps/app.xml, line 1: expected the end of <Properties>, found the part"
                + " cut short"
                + ADVICE);
    assertThat(producer(twoSheets())).isEqualTo("none");
  }

  private static WorkbookBuilder withProperties(String kind, String xml) {
    return twoSheets()
        .edit(
            "_rels/.rels",
            rels ->
                rels.replace(
                    "</Relationships>",
                    "<Relationship Id=\"p\" Type=\"http://%s\" Target=\"docProps/app.xml\"/></Relationships>"
                        .formatted(kind)))
        .part("docProps/app.xml", xml);
  }

  private static WorkbookBuilder withTable(String xml) {
    return twoSheets()
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            WorkbookParts.relationships("table", "../tables/table1.xml"))
        .part(TABLE, xml);
  }

  private static WorkbookBuilder twoSheets() {
    return WorkbookBuilder.workbook().sheet("data").row(1).sheet("my data").row(2);
  }

  private static WorkbookBuilder sheet(String rows, UnaryOperator<String> change) {
    return WorkbookBuilder.workbook().sheet("data").rawRow(rows).edit(SHEET, change);
  }

  private static String names(WorkbookBuilder builder) {
    return ask(
        builder,
        workbook ->
            workbook.names().stream()
                .map(DeclarationsTest::shown)
                .collect(Collectors.joining(", ")));
  }

  private static String shown(DefinedName name) {
    return name.name()
        + name.scope().map(sheet -> " of " + sheet).orElse("")
        + name.range().map(range -> " " + range).orElse(" =" + name.formula());
  }

  private static String tables(WorkbookBuilder builder) {
    return ask(
        builder,
        workbook ->
            workbook.tables().stream()
                .map(DeclarationsTest::shown)
                .collect(Collectors.joining(", ")));
  }

  private static String shown(SheetTable table) {
    return "%s %s %s %s %s"
        .formatted(
            table.name(), table.range(), table.headerRows(), table.totalsRows(), table.columns());
  }

  private static String merged(WorkbookBuilder builder) {
    return ask(
        builder,
        workbook ->
            workbook.sheets().get(0).merged().stream()
                .map(CellRange::toString)
                .collect(Collectors.joining(", ")));
  }

  private static String producer(WorkbookBuilder builder) {
    return ask(builder, workbook -> workbook.producer().orElse("none"));
  }

  private static String ask(WorkbookBuilder builder, Function<Workbook, String> question) {
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults())) {
      return question.apply(workbook);
    }
  }
}
