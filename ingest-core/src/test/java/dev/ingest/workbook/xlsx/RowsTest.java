package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rows and cells are: their true addresses, or an error; no address is guessed twice. */
class RowsTest {

  private static final String WHERE = "book.xlsx: xl/worksheets/sheet1.xml, line 2: expected ";
  private static final String ADVICE = "; ask the sender for the file again";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>;                              A1 1",
        "<row r=\"7\"><c r=\"B7\"><v>1</v></c><c r=\"XFD7\"><v>2</v></c></row>;    B7 1, XFD7 2",
        "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>;                  A1048576 1",
        "<row r=\"1\"><c r=\"a1\"><v>1</v></c></row>;                              A1 1",
        "<row><c><v>1</v></c><c><v>2</v></c></row>;                                A1 1, B1 2",
        "<row r=\"5\"><c><v>1</v></c><c r=\"D5\"><v>2</v></c><c><v>3</v></c></row>; A5 1, D5 2, E5 3",
        "<row r=\"1\"/>;                                                           row 1",
        "<row r=\"1\" spans=\"9:1\"></row>;                                        row 1",
        "<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row>;                          A1 1 (hidden)",
        "<row r=\"1\" hidden=\"true\"/>;                                           row 1 (hidden)",
        "<row r=\"1\" hidden=\"0\"/>;                                              row 1",
        "~~;                                                                       ~~",
      })
  void cellsAreAtTheirTrueAddresses(String rows, String text) {
    assertThat(SheetText.of(sheet(rows))).isEqualTo(text);
  }

  @Test
  void rowsWithoutNumbersFollowTheOnesBefore() {
    assertThat(
            SheetText.of(
                sheet(
                    "<row><c><v>1</v></c></row><row r=\"9\"><c><v>2</v></c></row><row><c><v>3</v></c></row>")))
        .isEqualTo("A1 1\nA9 2\nA10 3");
  }

  @Test
  void aGapOfAMillionRowsMakesNoRows() {
    assertThat(SheetText.of(sheet("<row r=\"1\"/><row r=\"1000000\"/>")))
        .isEqualTo("row 1\nrow 1000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "<row r=\"0\"/>;                             a row number from 1 to 1048576, found 0",
        "<row r=\"-1\"/>;                            a row number from 1 to 1048576, found -1",
        "<row r=\"1048577\"/>;                       a row number from 1 to 1048576, found 1048577",
        "<row r=\"99999999999999999999\"/>;          a row number from 1 to 1048576, found 99999999999999999999",
        "<row r=\"x\"/>;                             a row number from 1 to 1048576, found x",
        "<row r=\"1048576\"/><row/>;                 a row number from 1 to 1048576, found the row after 1048576",
        "<row r=\"2\"/><row r=\"1\"/>;               rows in ascending order, found row 1 after 2",
        "<row r=\"2\"/><row r=\"2\"/>;               rows in ascending order, found row 2 after 2",
        "<row r=\"1\"><c r=\"A2\"/></row>;           a cell of row 1, found the reference \"A2\"",
        "<row r=\"1\"><c r=\"XFE1\"/></row>;         a cell of row 1, found the reference \"XFE1\"",
        "<row r=\"1\"><c r=\"AAAAA1\"/></row>;       a cell of row 1, found the reference \"AAAAA1\"",
        "<row r=\"1\"><c r=\"1\"/></row>;            a cell of row 1, found the reference \"1\"",
        "<row r=\"1\"><c r=\"A\"/></row>;            a cell of row 1, found the reference \"A\"",
        "<row r=\"1\"><c r=\"\"/></row>;             a cell of row 1, found the reference \"\"",
        "<row r=\"1\"><c r=\"A1:B1\"/></row>;        a cell of row 1, found the reference \"A1:B1\"",
        "<row r=\"1\"><c r=\"$A$1\"/></row>;         a cell of row 1, found the reference \"$A$1\"",
        "<row r=\"1\"><c r=\"A01x\"/></row>;         a cell of row 1, found the reference \"A01x\"",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>; cells in ascending order, found A1 after column B",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>; cells in ascending order, found B1 after column B",
        "<row r=\"1\"><c r=\"XFD1\"/><c/></row>;     a column up to XFD, found one past it",
      })
  void aPlaceThatCannotBeIsRefused(String rows, String expectedAndFound) {
    assertThat(SheetText.refusal(sheet(rows))).isEqualTo(WHERE + expectedAndFound + ADVICE);
  }

  /** The scanner compares the digits of a reference with those of its row one by one. */
  @ParameterizedTest
  @ValueSource(strings = {"7", "42", "123", "4567", "89012", "345678", "1048576", "00000012"})
  void everyDigitOfAReferenceCounts(String row) {
    String cell = "<row r=\"" + row + "\"><c r=\"A%s\"><v>1</v></c></row>";
    int number = Integer.parseInt(row);

    assertThat(SheetText.of(sheet(cell.formatted(row)))).isEqualTo("A" + number + " 1");
    for (int i = 0; i < row.length(); i++) {
      String other =
          row.substring(0, i) + (row.charAt(i) == '1' ? '2' : '1') + row.substring(i + 1);
      assertThat(SheetText.refusal(sheet(cell.formatted(other))))
          .isEqualTo(
              WHERE
                  + "a cell of row "
                  + number
                  + ", found the reference \"A"
                  + other
                  + "\""
                  + ADVICE);
    }
  }

  @ParameterizedTest
  @CsvSource({"A1:XFD1048576", "A1", "''", "D9:A1", "garbage"})
  void theDimensionIsNeverTrusted(String dimension) {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("UK", 0.65)
            .edit(
                "xl/worksheets/sheet1.xml",
                xml ->
                    xml.replace("<sheetData>", "<dimension ref=\"" + dimension + "\"/><sheetData>"))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"UK\", B1 0.65");
  }

  @Test
  void whatStandsOutsideTheDataIsNoRow() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(1)
            .edit(
                "xl/worksheets/sheet1.xml",
                xml ->
                    xml.replace("<sheetData>", "<row r=\"9\"/><sheetData>")
                        .replace("</sheetData>", "</sheetData><row r=\"10\"/><c><v>2</v></c>"))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 1");
  }

  private static byte[] sheet(String rows) {
    return WorkbookBuilder.workbook().sheet("data").rawRow(rows == null ? "" : rows).bytes();
  }
}
