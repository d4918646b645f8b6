package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.part.NumberFormats;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which number formats show dates, as Excel takes them. */
class NumberFormatsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy\\-mm\\-dd",
        "yyyy-mm-dd",
        "dd.mm.yyyy",
        "m/d/yy",
        "D-MMM-YY",
        "mmmm",
        "ddd",
        "YYYY",
        "h:mm",
        "hh:mm:ss.000",
        "h:mm AM/PM",
        "mm:ss.0",
        "s",
        "[h]:mm",
        "[hh]:mm:ss",
        "[mm]:ss",
        "[ss]",
        "[H]",
        "[$-409]d/m/yyyy",
        "[$-F800]dddd, mmmm dd, yyyy",
        "[Red]yyyy",
        "[Black][$-409]h:mm",
        "[>=1]yyyy",
        "\"on \"d",
        "\\Td",
        "_(yyyy_)",
        "*-yyyy",
        "d\"th\"",
        "yyyy;@",
        "[$-411]ggge\"年\"m\"月\"d\"日\"",
        "General dd"
      })
  void aFormatWithADatePlaceholderIsOne(String code) {
    assertThat(NumberFormats.isDate(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "General",
        "GENERAL",
        "0",
        "0.00",
        "#,##0",
        "0%",
        "0.00E+00",
        "# ?/?",
        "@",
        "\\d0",
        "0\"h\"",
        "[$kr-41D]0",
        "General\" days\"",
        "0_d",
        "0*d",
        "\"yyyy-mm-dd\"0",
        "[Red]0",
        "[Blue][<100]0.0",
        "[$€-2] #,##0.00",
        "[$USD] 0",
        "[Color10]0",
        "0;\"days\"",
        "0;-0;yyyy",
        "\\y\\e\\a\\r",
        "0\\ \"hms\"",
        "_-* #,##0\\ _D_M_-",
        "\"unclosed d",
        "[unclosed d",
        "0\\"
      })
  void otherFormatsShowNumbers(String code) {
    assertThat(NumberFormats.isDate(code)).isFalse();
  }

  @Test
  void theBuiltInDateFormatsAreThoseOfEveryLocale() {
    assertThat(IntStream.range(0, 100).filter(NumberFormats::isBuiltInDate))
        .containsExactly(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
            50, 51, 52, 53, 54, 55, 56, 57, 58);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "\"", "\\", "[h", "_", "*", "[$-", "0;", "General", "[]"})
  void aHostileFormatTakesNoTime(String piece) {
    String code = piece.repeat(100_000);

    assertTimeoutPreemptively(Duration.ofSeconds(1), () -> NumberFormats.isDate(code));
  }

  @Test
  void aStyleIsADateByItsFormat() {
    assertThat(
            read(
                "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy\"/>"
                    + "<numFmt numFmtId=\"14\" formatCode=\"0.0\"/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId=\"200\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"22\"/>"
                    + "<xf numFmtId=\"14\"/><xf/><xf numFmtId=\"999\"/></cellXfs>"))
        .as("general, custom date, built-in date, built-in redefined, none, undeclared")
        .isEqualTo("A1 1, B1 1900-01-01T00:00, C1 1900-01-01T00:00, D1 1, E1 1, F1 1");
  }

  @Test
  void aFormatIdIsANumber() {
    assertThat(refusal("<cellXfs><xf numFmtId=\"x\"/></cellXfs>"))
        .isEqualTo(
            "book.xlsx: xl/styles.xml, line 1: expected a number format id, found x; ask the sender for the file again");
  }

  @Test
  void aStyleThatIsUsedMustBeThere() {
    assertThat(refusal("<cellXfs><xf/></cellXfs>"))
        .isEqualTo(
            "book.xlsx: xl/worksheets/sheet1.xml: data!B1: expected one of 1 styles, found \"1\"; ask the sender for the file again");
  }

  @Test
  void aStylesPartThatIsRelatedToMustBeThere() {
    assertThat(SheetText.refusal(styled().without("xl/styles.xml").bytes()))
        .isEqualTo(
            "book.xlsx: expected the part xl/styles.xml, found none; ask the sender for the file again");
  }

  @Test
  void aHundredThousandStylesAreTaken() {
    assertThat(read("<cellXfs>" + "<xf numFmtId=\"14\"/>".repeat(100_000) + "</cellXfs>"))
        .startsWith("A1 1900-01-01T00:00, B1 1900-01-01T00:00");
  }

  private static String read(String styles) {
    return SheetText.of(styled().part("xl/styles.xml", stylesPart(styles)).bytes());
  }

  private static String refusal(String styles) {
    return SheetText.refusal(styled().part("xl/styles.xml", stylesPart(styles)).bytes());
  }

  private static String stylesPart(String styles) {
    return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + styles
        + "</styleSheet>";
  }

  private static WorkbookBuilder styled() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row(
            CellXml.styled("1", 0),
            CellXml.styled("1", 1),
            CellXml.styled("1", 2),
            CellXml.styled("1", 3),
            CellXml.styled("1", 4),
            CellXml.styled("1", 5));
  }
}
