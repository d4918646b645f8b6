package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, tables and names as sources of rows. */
class SelectionTest {

  private static final byte[] WORKBOOK =
      WorkbookBuilder.workbook()
          .sheet("Data")
          .row("a report", null, null, "draft")
          .rowAt(3, null, "location", "metric")
          .rowAt(4, "note", "UK", 1)
          .rowAt(5, "note", null, null, "!")
          .rowAt(6, null, "FR", 2)
          .rowAt(7, null, "total", 3)
          .rowAt(9, "the end")
          .sheet("Notes", "hidden")
          .sheet("metrics")
          .edit(
              "xl/workbook.xml",
              WorkbookParts.names(
                  "<definedName name=\"area\">Data!$B$3:$C$4</definedName>"
                      + "<definedName name=\"rate\">0.19</definedName>"
                      + "<definedName name=\"local\" localSheetId=\"0\">Data!$B$3:$C$6</definedName>"
                      + "<definedName name=\"LOCAL\" localSheetId=\"1\">Notes!$A$1</definedName>"
                      + "<definedName name=\"_xlnm._FilterDatabase\" hidden=\"1\">Data!$B$3:$C$7</definedName>"))
          .part(
              "xl/worksheets/_rels/sheet1.xml.rels",
              WorkbookParts.relationships("table", "../tables/t1.xml", "../tables/t2.xml"))
          .part(
              "xl/tables/t1.xml",
              WorkbookParts.table(
                  "displayName=\"sales\" ref=\"B3:C7\" totalsRowCount=\"1\"", "location", "metric"))
          .part(
              "xl/tables/t2.xml",
              WorkbookParts.table("displayName=\"Metrics\" ref=\"B3:C4\"", "location", "metric"))
          .bytes();

  @Test
  void aRangeShowsItsRowsAndCellsAtTheirTrueAddresses() {
    assertThat(read(SheetSelector.range("data!B3:C6")))
        .isEqualTo(
            """
            Data!B3:C6
            B3 "location", C3 "metric"
            B4 "UK", C4 1
            row 5
            B6 "FR", C6 2""");
  }

  @Test
  void wholeColumnsAndRowsAreRanges() {
    assertThat(read(SheetSelector.range("data!D:E")))
        .isEqualTo(
            """
            Data!D1:E1048576
            D1 "draft"
            row 3
            row 4
            D5 "!"
            row 6
            row 7
            row 9""");
    assertThat(read(SheetSelector.range("'Data'!$8:$20")))
        .isEqualTo(
            """
            Data!A8:XFD20
            A9 "the end\"""");
  }

  @Test
  void aTableKeepsItsHeaderAndLeavesItsTotalsOut() {
    assertThat(read(SheetSelector.name("SALES")))
        .isEqualTo(
            """
            Data!B3:C6
            B3 "location", C3 "metric"
            B4 "UK", C4 1
            row 5
            B6 "FR", C6 2""");
  }

  @Test
  void aDefinedNameIsItsRange() {
    assertThat(read(SheetSelector.name("Area")))
        .isEqualTo(
            """
            Data!B3:C4
            B3 "location", C3 "metric"
            B4 "UK", C4 1""");
  }

  @Test
  void aCellOutsideTheRangeIsBlank() {
    try (Workbook workbook = open(WORKBOOK);
        SheetRows rows = workbook.sheet(SheetSelector.range("Data!B4:B4")).rows()) {
      SheetRow row = rows.next();
      assertThat(row).isNotNull();
      assertThat(row.cell(1).kind()).isEqualTo(CellKind.BLANK);
      assertThat(row.cell(1).column()).isEqualTo(1);
      assertThat(row.cell(2).text()).isEqualTo("UK");
      assertThat(row.cell(3).snapshot()).isEqualTo(new CellValue.Blank());
      assertThatThrownBy(() -> row.at(1)).hasMessage("row 4 has 1 cells in Data!B4:B4");
    }
  }

  @Test
  void aRangeIsCheckedToTheEndOfItsSheet() {
    byte[] cut =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(1)
            .row(2)
            .rawRow("<row r=\"3\"><c></row>")
            .bytes();

    assertThatThrownBy(
            () -> {
              try (Workbook workbook = open(cut)) {
                SheetText.of(workbook.sheet(SheetSelector.range("data!A1:A1")));
              }
            })
        .hasMessage(
            "book.xlsx: xl/worksheets/sheet1.xml, line 2: expected the end of <c>, found </row>"
                + "; ask the sender for the file again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Data;          Data",
        "' notes ';     Notes",
        "data!B4:C4;    Data!B4:C4",
        "area;          Data!B3:C4",
        "sales;         Data!B3:C6",
        "sheet:metrics; metrics",
        "name:metrics;  Data!B3:C4",
      })
  void textSelectsASheetARangeATableOrAName(String text, String selected) {
    try (Workbook workbook = open(WORKBOOK)) {
      Sheet sheet = workbook.sheet(SheetSelector.parse(text));
      assertThat(sheet.range().map(CellRange::toString).orElse(sheet.name())).isEqualTo(selected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dat      | a sheet, a table or a name \"dat\", found the sheets SHEETS and OTHERS; did you mean \"Data\"?",
        "areas    | a sheet, a table or a name \"areas\", found the sheets SHEETS and OTHERS; did you mean \"area\"?",
        "name:xyz | a table or a name \"xyz\", found OTHERS; or select a sheet or a range",
        "name:sale| a table or a name \"sale\", found OTHERS; did you mean \"sales\"?",
        "dta!A1:B2| a sheet named \"dta\" for the range dta!A1:B2, found SHEETS; did you mean \"Data\"?",
        "metrics  | one sheet, table or name \"metrics\", found the sheet \"metrics\", the table \"Metrics\" (Data!B3:C4); write sheet:metrics or name:metrics",
        "rate     | the name \"rate\" to be one range, found 0.19; write the range instead, such as data!B3:E200",
        "local    | one table or name \"local\", found the name \"local\" (Data!B3:C6), the name \"LOCAL\" (Notes!A1:A1); write the range instead, such as data!B3:E200",
      })
  void whatIsNotThereOrThereTwiceIsRefusedWithAListOfWhatThereIs(String text, String message) {
    String expected =
        message
            .replace("SHEETS", "\"Data\", \"Notes\" (hidden), \"metrics\"")
            .replace(
                "OTHERS",
                "the tables \"sales\" (Data!B3:C7), \"Metrics\" (Data!B3:C4) and the names \"area\""
                    + " (Data!B3:C4), \"rate\" (0.19), \"local\" (Data!B3:C6), \"LOCAL\" (Notes!A1:A1)");

    assertThatThrownBy(() -> read(SheetSelector.parse(text)))
        .isInstanceOfSatisfying(
            WorkbookException.class,
            refusal ->
                assertThat(refusal.reason()).isEqualTo(WorkbookException.Reason.NO_SUCH_SHEET))
        .hasMessage("book.xlsx: expected " + expected);
  }

  @Test
  void aWorkbookWithoutTablesAndNamesSaysSo() {
    byte[] plain = WorkbookBuilder.workbook().sheet("data").bytes();

    assertThatThrownBy(
            () -> {
              try (Workbook workbook = open(plain)) {
                workbook.sheet(SheetSelector.name("sales"));
              }
            })
        .hasMessage(
            "book.xlsx: expected a table or a name \"sales\", found no table and no name; "
                + "or select a sheet or a range");
  }

  @Test
  void aLongListIsCutShort() {
    WorkbookBuilder many = WorkbookBuilder.workbook();
    for (int i = 1; i <= 23; i++) {
      many.sheet("s" + i);
    }

    assertThatThrownBy(
            () -> {
              try (Workbook workbook = open(many.bytes())) {
                workbook.sheet(SheetSelector.named("data"));
              }
            })
        .hasMessageEndingWith("\"s19\", \"s20\" and 3 more; name the sheet to read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void textThatSelectsNothingIsRefused(String text) {
    assertThatThrownBy(() -> SheetSelector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sheet: expected a sheet, a range such as data!B3:E200, a table or a name, found nothing");
  }

  private static String read(SheetSelector selector) {
    try (Workbook workbook = open(WORKBOOK)) {
      Sheet sheet = workbook.sheet(selector);
      return sheet.range().map(CellRange::toString).orElse("") + "\n" + SheetText.of(sheet);
    }
  }

  private static Workbook open(byte[] workbook) {
    return Workbook.open(WorkbookSource.of("book.xlsx", workbook), ReadLimits.defaults());
  }
}
