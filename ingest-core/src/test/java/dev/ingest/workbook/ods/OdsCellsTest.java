package dev.ingest.workbook.ods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One cell's XML, and what it holds. "v" stands for office:value-type. */
class OdsCellsTest {

  private static final String WHERE = "book.xlsx: content.xml: data!A1: expected ";
  private static final String ADVICE = "; ask the sender for the file again";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "v='float' office:value='0.65';                        <text:p>0.7</text:p>;     0.65",
        "v='float' office:value=' 88 ';                        <text:p>88</text:p>;      88",
        "v='float' office:value='1E-3';                        ~~;                       0.001",
        "v='percentage' office:value='0.02';                   <text:p>2%</text:p>;      0.02",
        "v='currency' office:currency='EUR' office:value='-7'; <text:p>-7 €</text:p>;    -7",
        "v='boolean' office:boolean-value='true';              <text:p>WAHR</text:p>;    TRUE",
        "v='boolean' office:boolean-value='0';                 <text:p>0</text:p>;       FALSE",
        "v='string';                                           <text:p>UK</text:p>;      ~\"UK\"~",
        "v='string';                                           ~~;                       ~\"\"~",
        "v='string' office:string-value='stored';              <text:p>shown</text:p>;   ~\"stored\"~",
        "v='string' office:string-value='';                    <text:p>shown</text:p>;   ~\"shown\"~",
        "~~;                                                   <text:p>untyped</text:p>; ~\"untyped\"~",
        "~~;                                                   <text:p/>;                ~~",
        "~~;                                                   ~~;                       ~~",
        "v='float';                                            ~~;                       ~~",
        "v='void';                                             ~~;                       ~~",
      })
  void aCellHoldsWhatItsTypeSays(String attributes, String content, String value) {
    assertThat(read(attributes, content)).isEqualTo(value.isEmpty() ? "" : "A1 " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "date; 2020-02-01;                    2020-02-01T00:00",
        "date; 2020-02-01T19:00:00;           2020-02-01T19:00",
        "date; 2020-02-01T19:00:00.5;         2020-02-01T19:00:00.500",
        "date; 2020-02-01T18:59:59.999999999; 2020-02-01T19:00",
        "date; 2020-02-01T19:00:00Z;          2020-02-01T19:00",
        "date; 2020-02-01T19:00:00-10:00;     2020-02-01T19:00",
        "date; 2020-02-01T24:00:00;           2020-02-02T00:00",
        "date; 1899-12-30;                    1899-12-30T00:00",
        "date; 1815-06-18;                    1815-06-18T00:00",
        "date; 1900-02-29;                    date 60",
        "time; PT36H5M;                       1900-01-01T12:05",
        "time; PT13H37M00S;                   1899-12-31T13:37",
        "time; PT00H00M01.5S;                 1899-12-31T00:00:01.500",
        "time; PT00H00M01,5S;                 1899-12-31T00:00:01.500",
        "time; P1DT12H;                       1900-01-01T12:00",
        "time; PT0S;                          1899-12-31T00:00",
        "time; -PT12H;                        date -0.5",
      })
  void datesAreStoredAsThemselvesAndTimesAsDurations(String type, String stored, String value) {
    String attributes = "v='" + type + "' office:" + type + "-value='" + stored + "'";

    assertThat(read(attributes, "")).isEqualTo("A1 " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "v='float' office:value='2';                           <text:p>2</text:p>;       2",
        "v='string' office:string-value='ab';                  <text:p>ab</text:p>;      ~\"ab\"~",
        "v='string' office:string-value='';                    <text:p/>;                ~\"\"~",
        "~~;                                                   ~~;                       =1+1",
        "v='float';                                            ~~;                       =1+1",
        "v='float' office:value='';                            <text:p/>;                =1+1",
        "v='string';                                           ~~;                       =1+1",
        "v='void';                                             ~~;                       =1+1",
      })
  void aFormulaIsItsStoredValueOrUncalculated(String attributes, String content, String value) {
    assertThat(read("table:formula='of:=1+1' " + attributes, content)).isEqualTo("A1 " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "of:=1+1, 1+1",
    "=1+1, 1+1",
    "msoxl:=1+1, 1+1",
    "'of:=[.A1]=\"a:=b\"', '[.A1]=\"a:=b\"'"
  })
  void aFormulaLosesItsPrefix(String stored, String formula) {
    assertThat(read("table:formula='" + stored + "'", "")).isEqualTo("A1 =" + formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "calcext:value-type='error' v='string' office:string-value='';  #N/A;    NA",
        "calcext:value-type='error' v='string' office:string-value='';  #DIV/0!; DIV_0",
        "calcext:value-type='error' v='string' office:string-value='';  Err:502; VALUE",
        "calcext:value-type='error' v='string' office:string-value='';  Err:522; VALUE",
        "calcext:value-type='error' v='string' office:string-value='';  Err:999; UNKNOWN",
        "calcext:value-type='error' v='string' office:string-value='';  #WERT!;  UNKNOWN",
        "calcext:value-type='error' v='float' office:value='0';         #REF!;   REF",
        "calcext:value-type='error';                                    #NAME?;  NAME",
        "table:formula='of:=NA()' v='string' office:string-value='';    #N/A;    NA",
        "table:formula='of:=NA()' v='string' office:string-value='#N/A'; #N/A;   NA",
        "table:formula='of:=NA()' v='string';                           Err:508; VALUE",
        "table:formula='of:=NA()' v='float';                            #NUM!;   NUM",
        "table:formula='of:=NA()';                                      #NULL!;  NULL",
      })
  void anErrorIsNeverTextZeroOrBlank(String attributes, String shown, ExcelError error) {
    check(
        attributes,
        "<text:p>" + shown + "</text:p>",
        cell -> {
          assertThat(cell.kind()).isEqualTo(CellKind.ERROR);
          assertThat(cell.error()).isEqualTo(error);
          assertThat(cell.raw()).isEqualTo(shown);
          assertThat(cell.snapshot()).isEqualTo(new CellValue.ErrorValue(error));
        });
  }

  @Test
  void anErrorWithoutAnythingToShowIsStillOne() {
    assertThat(read("calcext:value-type='error' v='string'", "")).isEqualTo("A1 #UNKNOWN!");
  }

  @Test
  void textThatReadsLikeAnErrorIsTextUnlessAFormulaMadeIt() {
    assertThat(read("v='string'", "<text:p>#N/A</text:p>")).isEqualTo("A1 \"#N/A\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "float;    value;         1d;                 a number",
        "float;    value;         0x1p3;              a number",
        "float;    value;         NaN;                a number",
        "float;    value;         1E999;              a number",
        "float;    value;         '1,5';              a number",
        "float;    value;         --1;                a number",
        "float;    value;         1e;                 a number",
        "date;     date-value;    2020-02-30;         an ISO 8601 date",
        "date;     date-value;    20-02-01;           an ISO 8601 date",
        "date;     date-value;    2020-02-01T25:00:00; an ISO 8601 date",
        "date;     date-value;    2020-02-01T24:00:01; an ISO 8601 date",
        "date;     date-value;    yesterday;          an ISO 8601 date",
        "time;     time-value;    13:37;              an ISO 8601 duration",
        "time;     time-value;    P;                  an ISO 8601 duration",
        "time;     time-value;    PT;                 an ISO 8601 duration",
        "time;     time-value;    P1Y;                an ISO 8601 duration",
        "time;     time-value;    PT9999999999999H;   an ISO 8601 duration",
        "boolean;  boolean-value; yes;                a boolean",
      })
  void whatDoesNotFitItsTypeIsRefused(
      String type, String attribute, String stored, String expected) {
    String attributes = "v='%s' office:%s='%s'".formatted(type, attribute, stored);

    assertThat(refusal(attributes, ""))
        .isEqualTo(WHERE + expected + ", found \"" + stored + "\"" + ADVICE);
  }

  @Test
  void aTypeThatNobodyKnowsIsRefused() {
    assertThat(refusal("v='fraction' office:value='1'", ""))
        .isEqualTo(WHERE + "a known value type, found \"fraction\"" + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "date", "time", "boolean"})
  void aValueThatIsShownButNotStoredIsRefused(String type) {
    assertThat(refusal("v='" + type + "'", "<text:p>5</text:p>"))
        .isEqualTo(WHERE + "the value of a " + type + ", found \"5\"" + ADVICE);
  }

  @Test
  void aDateHasASerialOfTheWorkbooksDateSystem() {
    check(
        "v='date' office:date-value='2020-02-01T12:00:00'",
        "",
        cell -> {
          assertThat(cell.number()).isEqualTo(43862.5);
          assertThat(cell.raw()).isEqualTo("2020-02-01T12:00:00");
          assertThat(cell.snapshot())
              .isEqualTo(new CellValue.DateSerial(43862.5, DateSystem.BASE_1900));
        });
  }

  @Test
  void aCellAnswersForItsKindOnly() {
    check(
        "v='string'",
        "<text:p>x</text:p>",
        cell ->
            assertThatThrownBy(cell::number)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("asked for the number of a cell that holds: text"));
  }

  private static void check(String attributes, String content, Consumer<Cell> check) {
    byte[] ods = Ods.cell(typed(attributes), content);
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.ods", ods), ReadOptions.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      SheetRow row = rows.next();
      check.accept(row.at(0));
    }
  }

  private static String read(String attributes, String content) {
    return SheetText.of(Ods.cell(typed(attributes), content));
  }

  private static String refusal(String attributes, String content) {
    return SheetText.refusal(Ods.cell(typed(attributes), content));
  }

  private static String typed(String attributes) {
    return attributes.replaceAll("\\bv=", "office:value-type=");
  }
}
