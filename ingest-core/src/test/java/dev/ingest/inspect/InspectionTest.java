package dev.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.report.InspectionJson;
import dev.ingest.report.InspectionText;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of a workbook of unknown shape. */
class InspectionTest {

  private static final WorkbookBuilder REPORT =
      WorkbookBuilder.workbook()
          .sheet("my data")
          .row("Report", null, "draft")
          .rowAt(3, null, "City", "Amount", "Day")
          .rowAt(4, null, "UK", 1.5, CellXml.uncalculated("B4*2"))
          .hiddenRow(null, "FR", CellError.NA, CellXml.of(""))
          .rowAt(9, CellXml.of(""))
          .sheet("empty", "hidden")
          .sheet("cache", "veryHidden")
          .row(1)
          .edit(
              "xl/worksheets/sheet1.xml",
              xml ->
                  WorkbookParts.merged("A1:B1")
                      .apply(xml.replace("<sheetData>", "<dimension ref=\"A1:XFD9\"/><sheetData>")))
          .edit(
              "xl/workbook.xml",
              WorkbookParts.names(
                  "<definedName name=\"area\">'my data'!$B$3:$D$5</definedName>"
                      + "<definedName name=\"rate\" localSheetId=\"0\">0.19</definedName>"))
          .part(
              "xl/worksheets/_rels/sheet1.xml.rels",
              WorkbookParts.relationships("table", "../tables/t1.xml"))
          .part(
              "xl/tables/t1.xml",
              WorkbookParts.table(
                  "displayName=\"sales\" ref=\"B3:D5\" totalsRowCount=\"1\"",
                  "City",
                  "Amount",
                  "Day"));

  @Test
  void aWorkbookIsDescribedInLinesOf80Characters() {
    assertThat(InspectionText.of(inspect(REPORT)))
        .isEqualTo(
            """
            file      book.xlsx
            kind      xlsx
            size      %s bytes
            dates     from 1900

            #  sheet    state        extent  rows  cells  hidden  no value  merged
            1  my data  visible      A1:D5      5     10       1         1       1
            2  empty    hidden       -          0      0       0         0       0
            3  cache    very hidden  A1:A1      1      1       0         0       0

            header    'my data'!3: City, Amount, Day

            table     sales = 'my data'!B3:D5, with totals: City, Amount, Day

            name      area = 'my data'!B3:D5
            name      rate (of sheet my data) = 0.19"""
                .formatted(grouped(REPORT.bytes().length)));
  }

  @Test
  void aWorkbookIsDescribedAsJson() {
    assertThat(InspectionJson.pretty(inspect(REPORT)))
        .isEqualToNormalizingNewlines(
            """
            {
              "file" : "book.xlsx",
              "kind" : "xlsx",
              "bytes" : %s,
              "dateSystem" : 1900,
              "sheets" : [ {
                "position" : 1,
                "name" : "my data",
                "visibility" : "visible",
                "extent" : {
                  "range" : "'my data'!A1:D5",
                  "firstRow" : 1,
                  "lastRow" : 5,
                  "firstColumn" : 1,
                  "lastColumn" : 4
                },
                "rows" : 5,
                "cells" : 10,
                "hiddenRows" : 1,
                "uncalculated" : 1,
                "mergedAreas" : 1,
                "headers" : [ {
                  "row" : 3,
                  "texts" : [ "City", "Amount", "Day" ]
                } ]
              }, {
                "position" : 2,
                "name" : "empty",
                "visibility" : "hidden",
                "rows" : 0,
                "cells" : 0,
                "hiddenRows" : 0,
                "uncalculated" : 0,
                "mergedAreas" : 0,
                "headers" : [ ]
              }, {
                "position" : 3,
                "name" : "cache",
                "visibility" : "veryHidden",
                "extent" : {
                  "range" : "cache!A1:A1",
                  "firstRow" : 1,
                  "lastRow" : 1,
                  "firstColumn" : 1,
                  "lastColumn" : 1
                },
                "rows" : 1,
                "cells" : 1,
                "hiddenRows" : 0,
                "uncalculated" : 0,
                "mergedAreas" : 0,
                "headers" : [ ]
              } ],
              "tables" : [ {
                "name" : "sales",
                "range" : "'my data'!B3:D5",
                "headerRows" : 1,
                "totalsRows" : 1,
                "columns" : [ "City", "Amount", "Day" ]
              } ],
              "names" : [ {
                "name" : "area",
                "formula" : "'my data'!$B$3:$D$5",
                "range" : "'my data'!B3:D5"
              }, {
                "name" : "rate",
                "sheet" : "my data",
                "formula" : "0.19"
              } ]
            }"""
                .formatted(REPORT.bytes().length));
  }

  @Test
  void theProducerAndTheDateSystemAreSaid() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .date1904()
            .part(
                "_rels/.rels",
                WorkbookParts.relationships("extended-properties", "docProps/app.xml"))
            .part(
                "docProps/app.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                    + "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>");

    assertThat(InspectionText.of(inspect(workbook)))
        .startsWith("file      book.xlsx\nkind      xlsx\nproducer  Microsoft Excel 16.0300\n")
        .contains("dates     from 1904\n");
    assertThat(InspectionJson.pretty(inspect(workbook)))
        .contains("\"producer\" : \"Microsoft Excel 16.0300\"", "\"dateSystem\" : 1904");
  }

  @Test
  void whatIsLongIsCutAndWhatIsMuchIsCounted() {
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= 22; i++) {
      names.append("<definedName name=\"n%s\">%s</definedName>".formatted(i, i));
    }
    String[] wide = new String[40];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = "header " + i;
    }
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .sheet("a name as long as they can be")
            .row((Object[]) wide)
            .row(1)
            .rowAt(1_048_576, 1)
            .edit("xl/workbook.xml", WorkbookParts.names(names.toString()));

    String text = InspectionText.of(inspect(workbook));

    assertThat(text.lines().mapToInt(String::length).max()).hasValue(80);
    assertThat(text)
        .contains(
            "\n1  a name as long…  visible  A1:AN1048576     3     42       0         0       0\n")
        .contains(
            "\nheader    'a name as long as they can be'!1: header 0, header 1, header 2, head…\n")
        .endsWith("\nname      n20 = 20\nname      2 more, see --json");
  }

  @Test
  void aStreamThatCanBeOpenedOnceIsEnough() throws IOException {
    byte[] bytes = WorkbookBuilder.workbook().sheet("data").bytes();

    Inspection inspection =
        Inspection.of(
            WorkbookSource.of("book.xlsx", new ByteArrayInputStream(bytes)),
            ReadOptions.defaults());

    assertThat(inspection.bytes()).isEqualTo(bytes.length);
  }

  @Test
  void aDamagedSheetIsFound() {
    WorkbookBuilder broken =
        WorkbookBuilder.workbook().sheet("a").row(1).sheet("b").rawRow("<row r=\"0\"/>");

    assertThatThrownBy(() -> inspect(broken))
        .hasMessage(
            "book.xlsx: xl/worksheets/sheet2.xml, line 2: expected a row number from 1 to 1048576,"
                + " found 0; ask the sender for the file again");
  }

  // headers

  @Test
  void aHeaderIsARowOfDistinctTextsAboveValues() {
    assertThat(headers(sheet().row("a", "b").row(1, 2))).isEqualTo("1 [a, b]");
    assertThat(headers(sheet().row("a", "A ").row(1, 2))).isEmpty();
    assertThat(headers(sheet().row("a", 2020).row(1, 2))).isEmpty();
    assertThat(headers(sheet().row("a").row(1))).isEmpty();
    assertThat(headers(sheet().row("a", "b").rowAt(3, 1, 2))).isEmpty();
    assertThat(headers(sheet().row("a", "b").row(null, null, 3))).isEmpty();
    assertThat(headers(sheet().row("a", " ", "b", CellXml.of("")).row(1))).isEqualTo("1 [a, b]");
  }

  @Test
  void dataOfTextsBelowAHeaderAreNoHeaders() {
    assertThat(headers(sheet().row("city", "name").row("UK", "x").row("FR", "y").row("DE", "z")))
        .isEqualTo("1 [city, name]");
  }

  @Test
  void widerRowsBelowTitlesAreCandidatesUpToThree() {
    assertThat(
            headers(
                sheet()
                    .row("t", "u")
                    .row("t", "u", "v")
                    .row("t", "u", "v", "w")
                    .row("t", "u", "v", "w", "x")
                    .row(1)))
        .isEqualTo("1 [t, u], 2 [t, u, v], 3 [t, u, v, w]");
  }

  @Test
  void headersAreLookedForInTheFirst50Rows() {
    assertThat(headers(sheet().rowAt(50, "a", "b").row(1))).isEqualTo("50 [a, b]");
    assertThat(headers(sheet().rowAt(51, "a", "b").row(1))).isEmpty();
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static String headers(WorkbookBuilder builder) {
    return inspect(builder).sheets().get(0).headers().stream()
        .map(header -> header.row() + " " + header.texts())
        .collect(Collectors.joining(", "));
  }

  private static String grouped(int number) {
    return number < 1000
        ? Integer.toString(number)
        : number / 1000 + "," + Integer.toString(1000 + number % 1000).substring(1);
  }

  private static Inspection inspect(WorkbookBuilder builder) {
    return Inspection.of(WorkbookSource.of("book.xlsx", builder.bytes()), ReadOptions.defaults());
  }
}
