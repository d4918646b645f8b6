package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between the tags of a string item, and the text it is. */
class TextsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("<t>plain</t>", "plain"),
        Arguments.of("<t/>", ""),
        Arguments.of("", ""),
        Arguments.of("<t xml:space=\"preserve\"> kept </t>", " kept "),
        Arguments.of("<t> also kept </t>", " also kept "),
        Arguments.of("<r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r>", "rich text"),
        Arguments.of(
            "<t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/>", "課"),
        Arguments.of("<r><t>東</t></r><rPh sb=\"0\" eb=\"1\"><t>ト</t></rPh><r><t>京</t></r>", "東京"),
        Arguments.of("<t>a_x000D_b</t>", "a\rb"),
        Arguments.of("<t>_x0041__x0042_</t>", "AB"),
        Arguments.of("<t>_x005F_x000D_</t>", "_x000D_"),
        Arguments.of("<t>_x00e9_</t>", "é"),
        Arguments.of("<t>_xD83D__xDE42_</t>", "🙂"),
        Arguments.of("<t>_x12_ _xZZZZ_ _x1234 x_x</t>", "_x12_ _xZZZZ_ _x1234 x_x"),
        Arguments.of("<t>_x_x0041_</t>", "_xA"),
        Arguments.of("<r><t>_x00</t></r><r><t>41_</t></r>", "A"),
        Arguments.of("<t>&lt;&gt;&amp;&quot;&apos;</t>", "<>&\"'"),
        Arguments.of("<t>&#65;&#x42;&#x1F642;&#13;&#10;</t>", "AB🙂\r\n"),
        Arguments.of("<t>a<![CDATA[<b> & ]] ]>]]>c</t>", "a<b> & ]] ]>c"),
        Arguments.of("<t><![CDATA[x]]]]></t>", "x]]"),
        Arguments.of("<t>a<!-- not - this -->b<?nor this?>c</t>", "abc"),
        Arguments.of("<t>a\r\nb\rc</t>", "a\nb\nc"),
        Arguments.of("<t>e\u0301 \u202Ertl ﬁ</t>", "e\u0301 \u202Ertl ﬁ"),
        Arguments.of("<t>\u00a0\u3000</t>", "\u00a0\u3000"),
        Arguments.of("<t>]]&gt;</t>", "]]>"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aSharedStringIsItsRuns(String item, String text) {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("to be replaced")
            .edit("xl/sharedStrings.xml", xml -> xml.replaceAll("<si>.*</si>", "<si>X</si>"))
            .edit("xl/sharedStrings.xml", xml -> xml.replace("X", item))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"" + text + "\"");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anInlineStringIsReadAlike(String item, String text) {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(new CellXml("t=\"inlineStr\"", "<is>" + item + "</is>"))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"" + text + "\"");
  }

  @Test
  void theDeclaredCountsAreNotTrusted() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("a", "b", "a")
            .edit(
                "xl/sharedStrings.xml",
                xml -> xml.replace("uniqueCount=\"2\"", "count=\"-1\" uniqueCount=\"4000000000\""))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"a\", B1 \"b\", C1 \"a\"");
  }

  @Test
  void twentyThousandRunsAreOneText() {
    String runs = "<r><t>x</t></r>".repeat(20_000);
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(new CellXml("t=\"inlineStr\"", "<is>" + runs + "</is>"))
            .bytes();

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 \"" + "x".repeat(20_000) + "\"");
  }

  /** Excel stops at 32,767; what a file holds beyond is there. */
  @Test
  void aTextMayBeLongerThanExcelShows() {
    String text = "ü".repeat(32_768);

    assertThat(SheetText.of(WorkbookBuilder.workbook().sheet("data").row(text).bytes()))
        .isEqualTo("A1 \"" + text + "\"");
    assertThat(
            SheetText.refusal(
                WorkbookBuilder.workbook()
                    .sheet("data")
                    .row(new CellXml("t=\"str\"", "<v>" + text + "</v>"))
                    .bytes(),
                ReadLimits.defaults().withTextLength(32_767)))
        .hasMessage(
            "book.xlsx: xl/worksheets/sheet1.xml, line 2: expected at most 32,767 characters in one text, found more; raise the limit with ReadLimits.withTextLength if the file is sound");
  }

  @Test
  void textThatTheBuilderWritesIsTextThatTheReaderReads() {
    String odd = "_x000D_ \u0001\r\n\t <&>\"' 🙂 _x_ ";

    assertThat(SheetText.of(WorkbookBuilder.workbook().sheet("data").row(odd).bytes()))
        .isEqualTo("A1 \"" + odd + "\"");
    assertThat(
            SheetText.of(WorkbookBuilder.workbook().inlineStrings().sheet("data").row(odd).bytes()))
        .isEqualTo("A1 \"" + odd + "\"");
  }
}
