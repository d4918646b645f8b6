package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One cell's XML, and what it holds. Style 1 is a date style. */
class CellsTest {

  private static final String WHERE = "book.xlsx: xl/worksheets/sheet1.xml: data!A1: expected ";
  private static final String ADVICE = "; ask the sender for the file again";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "t=\"n\";         <v>0.65</v>;                          0.65",
        "~~;              <v>88</v>;                            88",
        "s=\"1\";         <v>43862</v>;                         2020-02-01T00:00",
        "s=\"1\" t=\"n\"; <v>43862.5</v>;                       2020-02-01T12:00",
        "s=\"0\";         <v>43862</v>;                         43862",
        "s=\"1\";         <v>-1</v>;                            date -1",
        "s=\"1\";         <v>60</v>;                            date 60",
        "t=\"s\";         <v>0</v>;                             ~\"shared\"~",
        "t=\"s\";         <v> 0 </v>;                           ~\"shared\"~",
        "t=\"str\";       <v>computed</v>;                      ~\"computed\"~",
        "t=\"str\";       <f>A2</f><v></v>;                     ~\"\"~",
        "t=\"str\" s=\"1\"; <v>a date by style only</v>;        ~\"a date by style only\"~",
        "t=\"inlineStr\"; <is><t>inline</t></is>;               ~\"inline\"~",
        "t=\"inlineStr\"; <is><t/></is>;                        ~\"\"~",
        "t=\"b\";         <v>1</v>;                             TRUE",
        "t=\"b\";         <v>0</v>;                             FALSE",
        "t=\"b\";         <v>true</v>;                          TRUE",
        "t=\"b\";         <v>false</v>;                         FALSE",
        "t=\"e\";         <v>#N/A</v>;                          #N/A",
        "t=\"e\";         <f>1/0</f><v>#DIV/0!</v>;             #DIV/0!",
        "t=\"d\";         <v>2020-02-01</v>;                    2020-02-01T00:00",
        "t=\"d\";         <v>2020-02-01T19:00:00</v>;           2020-02-01T19:00",
        "t=\"d\";         <v>2020-02-01T19:00:00.500Z</v>;      2020-02-01T19:00:00.500",
        "t=\"d\";         <v>12:00:00.000</v>;                  1899-12-31T12:00",
        "~~;              <f>1+1</f><v>2</v>;                   2",
        "~~;              <f t=\"shared\" si=\"0\"/><v>3</v>;   3",
        "~~;              <f>1+1</f>;                           =1+1",
        "~~;              <f>1+1</f><v></v>;                    =1+1",
        "t=\"str\";       <f>A2</f>;                            =A2",
        "~~;              <f t=\"shared\" si=\"0\"/>;           =",
        "~~;              ~~;                                   ~~",
        "s=\"1\";         ~~;                                   ~~",
        "~~;              <v/>;                                 ~~",
        "t=\"s\";         ~~;                                   ~~",
        "~~;              <extLst><ext><v>9</v></ext></extLst><v>1</v>; 1",
      })
  void aCellHoldsWhatItsTypeSays(String attributes, String content, String value) {
    assertThat(read(attributes, content)).isEqualTo(("A1 " + value).strip());
  }

  @ParameterizedTest
  @EnumSource(ExcelError.class)
  void everyErrorOfExcelIsKnown(ExcelError error) {
    assertThat(read("t=\"e\"", "<v>" + error.code() + "</v>")).isEqualTo("A1 " + error.code());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, -0",
    "1, 1",
    "-1, -1",
    "+1, 1",
    "1.5, 1.5",
    "1., 1",
    ".5, 0.5",
    "00012, 12",
    "1e3, 1000",
    "1E+3, 1000",
    "1.5e-3, 0.0015",
    "-2.5E2, -250",
    "1e-400, 0",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "2.2250738585072011e-308, 2.2250738585072011e-308",
    "4.9E-324, 4.9E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "' 1 ', 1",
    "'\n1\t', 1",
  })
  void aNumberIsTheNearestDouble(String text, double number) {
    assertThat(number(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d",
        "1f",
        "1D",
        "0x10",
        "0x1p3",
        "NaN",
        "INF",
        "Infinity",
        "-Infinity",
        "1e999",
        "1,5",
        "1 2",
        "1_000",
        "+",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "--1",
        "1.2.3",
        "1e5.5",
        "1-",
        "(1)",
        "$1",
        "1%",
        "١",
        "½",
        "abc",
        "TRUE"
      })
  void otherTextIsNoNumber(String text) {
    assertThat(refusal("", "<v>" + text + "</v>"))
        .isEqualTo(WHERE + "a number, found \"" + text + "\"" + ADVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "t=\"s\"; <v>1</v>;          one of 1 shared strings, found index \"1\"",
        "t=\"s\"; <v>-1</v>;         one of 1 shared strings, found index \"-1\"",
        "t=\"s\"; <v>2147483648</v>; one of 1 shared strings, found index \"2147483648\"",
        "t=\"s\"; <v>4294967296</v>; one of 1 shared strings, found index \"4294967296\"",
        "t=\"s\"; <v>99999999999999999999</v>; one of 1 shared strings, found index \"99999999999999999999\"",
        "t=\"s\"; <v>0.0</v>;        one of 1 shared strings, found index \"0.0\"",
        "t=\"s\"; <v>x</v>;          one of 1 shared strings, found index \"x\"",
        "t=\"s\"; <v></v>;           one of 1 shared strings, found index \"\"",
        "s=\"3\"; <v>1</v>;          one of 3 styles, found \"3\"",
        "s=\"-1\"; <v>1</v>;         one of 3 styles, found \"-1\"",
        "s=\"x\"; <v>1</v>;          one of 3 styles, found \"x\"",
        "s=\"99999999999\"; <v>1</v>; one of 3 styles, found \"99999999999\"",
        "t=\"b\"; <v>2</v>;          a boolean, found \"2\"",
        "t=\"b\"; <v>yes</v>;        a boolean, found \"yes\"",
        "t=\"e\"; <v>#FOO!</v>;      a known error value, found \"#FOO!\"",
        "t=\"e\"; <v>#n/a</v>;       a known error value, found \"#n/a\"",
        "t=\"d\"; <v>2020-02-30</v>; an ISO 8601 date, found \"2020-02-30\"",
        "t=\"d\"; <v>01.02.2020</v>; an ISO 8601 date, found \"01.02.2020\"",
        "t=\"d\"; <v>2020-02-01T25:00:00</v>; an ISO 8601 date, found \"2020-02-01T25:00:00\"",
        "t=\"d\"; <v>24:00:00</v>;   an ISO 8601 date, found \"24:00:00\"",
        "t=\"z\"; <v>1</v>;          a known cell type, found \"z\"",
        "t=\"\";  <v>1</v>;          a known cell type, found \"\"",
        "t=\"n\"; <v>1</v><v>2</v>;  one value, found another after \"1\"",
      })
  void aCellThatBreaksTheRulesIsRefusedWithItsAddress(
      String attributes, String content, String expectedAndFound) {
    assertThat(refusal(attributes, content)).isEqualTo(WHERE + expectedAndFound + ADVICE);
  }

  @Test
  void whatIsFoundIsShownOnOneLineAndShortened() {
    assertThat(refusal("", "<v>a&#10;b" + "c".repeat(200) + "</v>"))
        .isEqualTo(WHERE + "a number, found \"a?b" + "c".repeat(77) + "…\"" + ADVICE);
  }

  @Test
  void datesCountFrom1904WhereTheWorkbookSaysSo() {
    WorkbookBuilder builder =
        WorkbookBuilder.workbook()
            .date1904()
            .sheet("data")
            .row(
                CellXml.styled("0", 1),
                CellXml.styled("42400", 1),
                new CellXml("t=\"d\"", "<v>2020-02-01</v>"),
                CellXml.of("<v>42400</v>"));

    assertThat(SheetText.of(builder.bytes()))
        .isEqualTo("A1 1904-01-01T00:00, B1 2020-02-01T00:00, C1 2020-02-01T00:00, D1 42400");
  }

  @ParameterizedTest
  @CsvSource({
    "date1904=\"1\",     BASE_1904",
    "date1904=\"true\",  BASE_1904",
    "date1904=\"on\",    BASE_1904",
    "date1904=\"0\",     BASE_1900",
    "date1904=\"false\", BASE_1900",
    "'',                 BASE_1900",
  })
  void theDateSystemIsAFlagOfTheWorkbook(String attribute, DateSystem system) {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .edit(
                "xl/workbook.xml",
                x -> x.replace("<workbookPr/>", "<workbookPr " + attribute + "/>"))
            .bytes();

    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults())) {
      assertThat(workbook.dateSystem()).isEqualTo(system);
    }
  }

  @Test
  void aSnapshotOutlivesItsRow() {
    List<CellValue> kept = new ArrayList<>();
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("text", 0.65, CellXml.styled("43862", 1), true)
            .row(new CellXml("t=\"e\"", "<v>#N/A</v>"), CellXml.uncalculated("1+1"), CellXml.of(""))
            .bytes();

    eachCell(xlsx, cell -> kept.add(cell.snapshot()));

    assertThat(kept)
        .containsExactly(
            new CellValue.Text("text"),
            new CellValue.Numeric(0.65),
            new CellValue.DateSerial(43862, DateSystem.BASE_1900),
            new CellValue.Logical(true),
            new CellValue.ErrorValue(ExcelError.NA),
            new CellValue.Uncalculated("1+1"),
            new CellValue.Blank());
  }

  @Test
  void aValueOfAnotherKindIsNotAskedFor() {
    eachCell(
        WorkbookBuilder.workbook().sheet("data").row("text").bytes(),
        cell -> {
          assertThatThrownBy(cell::number)
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("asked for the number of a cell that holds: text");
          assertThatThrownBy(cell::logical)
              .hasMessage("asked for the boolean of a cell that holds: text");
          assertThatThrownBy(cell::error)
              .hasMessage("asked for the error of a cell that holds: text");
          assertThatThrownBy(cell::dateTime)
              .hasMessage("asked for the number of a cell that holds: text");
        });
    eachCell(
        WorkbookBuilder.workbook().sheet("data").row(1).bytes(),
        cell ->
            assertThatThrownBy(cell::text)
                .hasMessage("asked for the text of a cell that holds: number"));
  }

  @Test
  void aColumnWithoutACellIsBlank() {
    byte[] xlsx = WorkbookBuilder.workbook().sheet("data").row("a", null, "c").bytes();

    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      SheetRow row = rows.next();

      assertThat(row.size()).isEqualTo(2);
      assertThat(row.cell(1).text()).isEqualTo("a");
      assertThat(row.cell(2).kind()).isEqualTo(CellKind.BLANK);
      assertThat(row.cell(2).column()).isEqualTo(2);
      assertThat(row.cell(3).text()).isEqualTo("c");
      assertThat(row.cell(16_384).snapshot()).isEqualTo(new CellValue.Blank());
      assertThatThrownBy(() -> row.at(2)).hasMessage("row 1 has 2 cells");
    }
  }

  private static double number(String text) {
    List<Double> numbers = new ArrayList<>();
    eachCell(workbook("", "<v>" + text + "</v>"), cell -> numbers.add(cell.number()));
    return numbers.get(0);
  }

  private interface Look {
    void at(Cell cell);
  }

  private static void eachCell(byte[] xlsx, Look look) {
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        for (int i = 0; i < row.size(); i++) {
          look.at(row.at(i));
        }
      }
    }
  }

  private static String read(String attributes, String content) {
    return SheetText.of(workbook(attributes, content)).replaceAll("(?s)\nA2.*", "");
  }

  private static String refusal(String attributes, String content) {
    return SheetText.refusal(workbook(attributes, content));
  }

  private static byte[] workbook(String attributes, String content) {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row(new CellXml(attributes, content))
        .sheet("strings")
        .row("shared")
        .bytes();
  }
}
