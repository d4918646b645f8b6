package dev.ingest.workbook.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException.Reason;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialects of XML that workbooks are written in, and what is no XML. */
class XmlTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String ADVICE = "; ask the sender for the file again";
  private static final String CELL = "<c r=\"A1\"><v>1</v></c>";

  /** A sheet as different writers put it; A1 holds 1 in all of them. */
  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("default namespace", sheet("<row r=\"1\">" + CELL + "</row>")),
        Arguments.of(
            "Strict",
            sheet("<row r=\"1\">" + CELL + "</row>")
                .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")),
        Arguments.of(
            "prefix",
            "<x:worksheet xmlns:x=\""
                + MAIN
                + "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\">"
                + "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"),
        Arguments.of(
            "no namespace",
            "<worksheet><sheetData><row r=\"1\">" + CELL + "</row></sheetData></worksheet>"),
        Arguments.of("single quotes", sheet("<row r='1'>" + CELL.replace('"', '\'') + "</row>")),
        Arguments.of(
            "white space in tags",
            sheet(
                "<row\n  r = \"1\"\t>"
                    + CELL.replace("<v>", "<v >").replace("</v>", "</v\n>")
                    + "</row >")),
        Arguments.of(
            "indented", sheet("\n  <row r=\"1\">\n    <c r=\"A1\">\n <v>1</v>\n </c>\n </row>\n")),
        Arguments.of(
            "comments and instructions",
            "<?xml version='1.0'?><?mso x?><!-- before -->"
                + sheet("<!-- <row r=\"1\"/> --><row r=\"1\"><?pi?>" + CELL + "</row>")
                + "<!-- end -->\n"),
        Arguments.of("CDATA", sheet("<row r=\"1\"><c r=\"A1\"><v><![CDATA[1]]></v></c></row>")),
        Arguments.of(
            "references", sheet("<row r=\"&#49;\"><c r=\"&#x41;1\"><v>&#49;</v></c></row>")),
        Arguments.of(
            "foreign elements",
            sheet(
                "<row r=\"1\"><f:c xmlns:f=\"urn:foreign\" r=\"Z9\"><f:v>9</f:v></f:c>"
                    + CELL
                    + "</row>")),
        Arguments.of(
            "a default namespace that changes",
            sheet("<row r=\"1\"><c xmlns=\"urn:foreign\" r=\"Z9\"><v>9</v></c>" + CELL + "</row>")),
        Arguments.of(
            "foreign attributes",
            sheet("<row r=\"1\" xmlns:f=\"urn:f\" f:r=\"9\" f:hidden=\"1\">" + CELL + "</row>")),
        Arguments.of(
            "unknown elements", sheet("<row r=\"1\">" + CELL + "<phonetic/></row><other/>")),
        Arguments.of(
            "xml: attributes",
            sheet("<row r=\"1\" xml:space=\"preserve\" xml:lang=\"en\">" + CELL + "</row>")),
        Arguments.of(
            "XInclude and schemaLocation are not followed",
            sheet(
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"
                    + "<row r=\"1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xsi:schemaLocation=\"urn:a http://127.0.0.1:1/a.xsd\">"
                    + CELL
                    + "</row>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void everyDialectSaysTheSame(String dialect, String xml) {
    assertThat(SheetText.of(withSheet(xml))).isEqualTo("A1 1");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,    '',     '<?xml version=\"1.0\" encoding=\"UTF-8\"?>'",
    "UTF-8,    \uFEFF, ''",
    "UTF-8,    '',     '<?xml version=\"1.0\" encoding=\"us-ascii\"?>'",
    "UTF-16LE, \uFEFF, '<?xml version=\"1.0\" encoding=\"UTF-16\"?>'",
    "UTF-16BE, \uFEFF, '<?xml version=\"1.0\" encoding=\"UTF-16\"?>'",
    "UTF-16LE, '',     '<?xml version=\"1.0\" encoding=\"UTF-16LE\"?>'",
    "UTF-16BE, '',     '<?xml version=\"1.0\" encoding=\"utf-16be\"?>'",
    "UTF-16LE, \uFEFF, ''",
  })
  void unicodeIsReadInItsCommonForms(String charset, String mark, String declaration) {
    String xml = sheet("<row r=\"1\"><c t=\"str\"><v>日本 🙂 ü</v></c></row>");
    byte[] bytes = (mark + declaration + xml).getBytes(Charset.forName(charset));

    assertThat(SheetText.of(withSheet(bytes))).isEqualTo("A1 \"日本 🙂 ü\"");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("", "the end of the document, found the part cut short"),
        Arguments.of("<worksheet>", "the end of <worksheet>, found the part cut short"),
        Arguments.of("<worksheet", "the end of a tag, found the end of the part"),
        Arguments.of("<a><b></a></b>", "the end of <b>, found </a>"),
        Arguments.of("<a/></a>", "the end of the document, found </a>"),
        Arguments.of("<a/><b/>", "one root element, found another"),
        Arguments.of("<a/>text", "one root element, found text beside it"),
        Arguments.of("text<a/>", "one root element, found text beside it"),
        Arguments.of("<a b=\"1\" b=\"2\"/>", "each attribute once, found b"),
        Arguments.of("<a b=1/>", "a quoted attribute value, found '1'"),
        Arguments.of("<a b/>", "=, found '/'"),
        Arguments.of("<a b=\"1\"c=\"2\"/>", "the end of a tag, found 'c'"),
        Arguments.of("<a b=\"<\"/>", "the end of an attribute, found '<'"),
        Arguments.of("<a b=\"", "the end of an attribute, found the end of the part"),
        Arguments.of("<1a/>", "a name, found '/'"),
        Arguments.of("< a/>", "a name, found ' '"),
        Arguments.of("<a>&nbsp;</a>", "a known reference, found &nbsp;"),
        Arguments.of("<a>&;</a>", "a known reference, found &;"),
        Arguments.of("<a>&#0;</a>", "a known reference, found &#0;"),
        Arguments.of("<a>&#xD800;</a>", "a known reference, found &#xD800;"),
        Arguments.of("<a>&#x110000;</a>", "a known reference, found &#x110000;"),
        Arguments.of("<a>&#x;</a>", "a known reference, found &#x;"),
        Arguments.of("<a>a & b</a>", "a reference, found & b</a>"),
        Arguments.of("<a>\0</a>", "characters of XML, found \\u0000"),
        Arguments.of("<a>\u0001</a>", "characters of XML, found \\u0001"),
        Arguments.of("<a>\uFFFE</a>", "characters of XML, found \\uFFFE"),
        Arguments.of("<a><!-- open", "-->, found the end of the part"),
        Arguments.of("<a><![CDATA[open</a>", "]]>, found the end of the part"),
        Arguments.of("<a><?open", "?>, found the end of the part"),
        Arguments.of("<a><!ELEMENT b></a>", "plain XML, found a DOCTYPE, which is not allowed"),
        Arguments.of("<f:a/>", "a declared prefix, found f:a"),
        Arguments.of("<a f:b=\"1\"/>", "a declared prefix, found f:b"),
        Arguments.of("<a " + attributes(513) + "/>", "at most 512 attributes, found more"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenXmlIsRefusedWhereItBreaks(String xml, String expectedAndFound) {
    assertThat(SheetText.refusal(withSheet(xml)))
        .isEqualTo("book.xlsx: " + SHEET + ", line 1: expected " + expectedAndFound + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE worksheet>",
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!doctype a>"
      })
  void aDoctypeIsNotAllowedInAnyPart(String doctype) {
    for (String part :
        new String[] {
          "_rels/.rels",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "xl/styles.xml",
          "xl/sharedStrings.xml",
          SHEET
        }) {
      byte[] xlsx =
          WorkbookBuilder.workbook()
              .sheet("data")
              .row("text", java.time.LocalDate.of(2020, 2, 1))
              .edit(part, xml -> xml.replaceFirst("\\?>\n", "?>" + doctype))
              .bytes();

      assertThat(SheetText.refusal(xlsx))
          .isEqualTo(
              "book.xlsx: "
                  + part
                  + ", line 1: expected plain XML, found a DOCTYPE, which is not allowed"
                  + ADVICE);
    }
  }

  @ParameterizedTest
  @CsvSource({"windows-1252", "ISO-8859-1", "UTF-7", "UTF-16", "EBCDIC"})
  void aDeclaredEncodingMustBeTheOneThatIsThere(String encoding) {
    byte[] xlsx = withSheet("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + sheet(""));

    assertThat(SheetText.refusal(xlsx, ReadLimits.defaults()))
        .hasMessage(
            "book.xlsx: "
                + SHEET
                + ", line 1: expected UTF-8 or UTF-16 as found in the bytes, found the declared encoding \""
                + encoding
                + "\"; save the workbook from Excel again");
    assertThat(SheetText.refusal(xlsx, ReadLimits.defaults()).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void brokenCharactersAreNeverReplaced() {
    String xml = sheet("<row r=\"1\"><c t=\"str\"><v>ü</v></c></row>");

    assertThat(SheetText.refusal(withSheet(xml.getBytes(ISO_8859_1))))
        .isEqualTo(
            "book.xlsx: "
                + SHEET
                + ": data!A1: expected UTF-8, found bytes that are none"
                + ADVICE);
    assertThat(SheetText.refusal(withSheet(xml.replace("ü", "\u00c0\u0080").getBytes(ISO_8859_1))))
        .as("an overlong form")
        .contains("expected UTF-8, found bytes that are none");
  }

  @Test
  void theLineIsThatOfTheFile() {
    assertThat(SheetText.refusal(withSheet("<a>\r\n\r\n<b>\n</c>")))
        .isEqualTo(
            "book.xlsx: " + SHEET + ", line 4: expected the end of <b>, found </c>" + ADVICE);
  }

  @Test
  void depthIsLimitedAndTakesNoStack() {
    String deep = "<a>".repeat(200_000);

    assertThat(SheetText.refusal(withSheet(deep)))
        .isEqualTo(
            "book.xlsx: "
                + SHEET
                + ", line 1: expected at most 64 nested elements, found more; raise the limit with ReadLimits.withXmlDepth if the file is sound");
    assertThat(SheetText.refusal(withSheet(deep), ReadLimits.defaults().withXmlDepth(1_000_000)))
        .hasMessageContaining("expected the end of <a>, found the part cut short");
  }

  @Test
  void aPartThatEndsAfterAWholeRowIsNotTakenForWhole() {
    String whole = sheet("<row r=\"1\">" + CELL + "</row><row r=\"2\"/>");
    String cut = whole.substring(0, whole.indexOf("<row r=\"2\""));

    assertThat(SheetText.refusal(withSheet(cut)))
        .isEqualTo(
            "book.xlsx: "
                + SHEET
                + ", line 1: expected the end of <sheetData>, found the part cut short"
                + ADVICE);
  }

  @Test
  void everyCutOfAPartIsRefused() {
    String whole = sheet("<row r=\"1\">" + CELL + "</row>");

    for (int length = 0; length < whole.length(); length++) {
      assertThat(SheetText.refusal(withSheet(whole.substring(0, length)))).endsWith(ADVICE);
    }
  }

  private static String attributes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a" + i + "=\"\"")
        .collect(Collectors.joining(" "));
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static byte[] withSheet(String xml) {
    return withSheet(xml.getBytes(UTF_8));
  }

  private static byte[] withSheet(byte[] xml) {
    return WorkbookBuilder.workbook().sheet("data").part(SHEET, xml).bytes();
  }

  @Test
  void loneSurrogatesOfUtf16AreBroken() {
    byte[] xml =
        ("\uFEFF" + sheet("<row r=\"1\"><c t=\"str\"><v>#</v></c></row>")).getBytes(UTF_16LE);
    int hash = new String(xml, UTF_16LE).indexOf('#') * 2;
    xml[hash] = 0x00;
    xml[hash + 1] = (byte) 0xD8;

    assertThat(SheetText.refusal(withSheet(xml)))
        .isEqualTo(
            "book.xlsx: "
                + SHEET
                + ", line 1: expected UTF-16LE, found bytes that are none"
                + ADVICE);
  }
}
