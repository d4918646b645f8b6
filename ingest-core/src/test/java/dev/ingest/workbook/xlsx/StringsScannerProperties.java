package dev.ingest.workbook.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the scanner of shared strings reads, it reads as the thorough reader does. */
class StringsScannerProperties {

  private static final String PART = "book.xlsx: xl/sharedStrings.xml";
  private static final ReadLimits LIMITS =
      ReadLimits.defaults().withTextLength(90).withSharedStrings(9);

  @Property(tries = 5_000)
  void itReadsTheSameOrGivesUp(
      @ForAll("parts") String xml, @ForAll @IntRange(min = 1, max = 400) int chunk) {
    assertThat(scanned(bytes(xml), chunk)).isIn("gave up", thorough(bytes(xml)));
  }

  @Property(tries = 2_000)
  void aPartThatIsCutIsNeverRead(
      @ForAll("parts") String xml, @ForAll @IntRange(min = 0, max = 400) int length) {
    byte[] cut = bytes(xml.substring(0, Math.min(length, xml.length() - 1)));

    assertThat(scanned(cut, 170)).isIn("gave up", thorough(cut));
  }

  @Example
  void everydayPartsAreNotLeftToTheOther() {
    String xml =
        sst(
            "<si><t>a</t></si>\n<si><t xml:space=\"preserve\"> b &amp; c_x000D_</t></si><si><t/></si>");

    assertThat(scanned(bytes(xml), 170)).isEqualTo("[a][ b & c\r][]");
  }

  @Example
  void halfASurrogatePairIsKept() {
    assertThat(thorough(bytes(sst("<si><t>a_xD83D_</t></si>")))).isEqualTo("[a\ud83d]");
    assertThat(scanned(bytes(sst("<si><t>a_xD83D_</t></si>")), 170)).isEqualTo("[a\ud83d]");
  }

  @Provide
  Arbitrary<String> parts() {
    Arbitrary<String> text =
        Arbitraries.of(
                "a",
                "bc",
                " ",
                "\u00e9",
                "\u65e5\u672c",
                "&amp;",
                "&#65;",
                "&bad;",
                "_x0041_",
                "_x",
                "\r\n",
                "]]>",
                "\u0001",
                "\uffff",
                "<!--c-->",
                "<![CDATA[<]]>",
                "1234567890123456789012345678901234567890")
            .list()
            .ofMaxSize(4)
            .map(parts -> String.join("", parts));
    Arbitrary<String> item =
        text.flatMap(
            t ->
                Arbitraries.of(
                    "<si><t>" + t + "</t></si>",
                    "<si><t>" + t + "</t></si>",
                    "<si><t xml:space=\"preserve\">" + t + "</t></si>\n",
                    "<si><r><t>" + t + "</t></r><r><t>x</t></r></si>",
                    "<si><t>" + t + "</t><rPh sb=\"0\" eb=\"1\"><t>y</t></rPh></si>",
                    "<si><t/></si>",
                    "<si/>",
                    "<si><t>" + t + "</si>",
                    "<x/>"));
    return item.list().ofMaxSize(11).map(items -> sst(String.join("", items)));
  }

  private static String sst(String items) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"99\">"
        + items
        + "</sst>";
  }

  /** Characters of a part as its bytes; one that is no UTF-8 stands for itself. */
  private static byte[] bytes(String xml) {
    return xml.getBytes(xml.indexOf('\u00fe') < 0 ? UTF_8 : ISO_8859_1);
  }

  private static String scanned(byte[] xml, int chunk) {
    SharedStrings strings = StringsScanner.read(PART, LIMITS, new ByteArrayInputStream(xml), chunk);
    return strings == null ? "gave up" : told(strings);
  }

  private static String thorough(byte[] xml) {
    try (XmlReader reader = new XmlReader(PART, new ByteArrayInputStream(xml), LIMITS)) {
      return told(SharedStrings.read(reader, LIMITS));
    } catch (WorkbookException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static String told(SharedStrings strings) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < strings.size(); i++) {
      all.append('[').append(strings.get(i)).append(']');
    }
    return all.toString();
  }

  @Example
  void aTableKnowsWhatItHolds() {
    SharedStrings strings = SharedStrings.of(List.of("zero", "one"));

    assertThat(strings.size()).isEqualTo(2);
    assertThat(strings.get(1)).isEqualTo("one");
    assertThat(strings.get(2)).isNull();
    assertThat(strings.get(-1)).isNull();
  }
}
