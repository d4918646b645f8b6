package dev.ingest.workbook.ods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a cell, and the text it is. */
class OdsTextsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("<text:p>plain</text:p>", "plain"),
        Arguments.of("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
        Arguments.of("\n  <text:p>indented</text:p>\n", "indented"),
        Arguments.of("<text:h>heading</text:h>", "heading"),
        Arguments.of("<text:p> a \n\t b </text:p>", "a b "),
        Arguments.of("<text:p>a<text:s/>b</text:p>", "a b"),
        Arguments.of("<text:p><text:s text:c='3'/>a <text:s/> b</text:p>", "   a   b"),
        Arguments.of("<text:p>a<text:s text:c='0'/>b</text:p>", "ab"),
        Arguments.of("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
        Arguments.of(
            "<text:p>a <text:span>b<text:span> c</text:span></text:span> d</text:p>", "a b c d"),
        Arguments.of("<text:p>see <text:a>here</text:a></text:p>", "see here"),
        Arguments.of("<text:p><text:date>1.2.</text:date></text:p>", "1.2."),
        Arguments.of("<text:p><x:own xmlns:x='urn:x'>kept</x:own></text:p>", "kept"),
        Arguments.of("<text:p>&lt;&amp;&#x1F642;<![CDATA[<b>]]></text:p>", "<&🙂<b>"),
        Arguments.of("<text:p>\u00a0x\u3000</text:p>", "\u00a0x\u3000"),
        Arguments.of(
            "<office:annotation><text:p>comment</text:p></office:annotation><text:p>a</text:p>",
            "a"),
        Arguments.of(
            "<text:p>a<office:annotation><text:p>comment</text:p></office:annotation></text:p>",
            "a"),
        Arguments.of(
            "<draw:frame><draw:text-box><text:p>shape</text:p></draw:text-box></draw:frame>"
                + "<text:p>a<draw:frame><text:p>b</text:p></draw:frame></text:p>",
            "a"),
        Arguments.of(
            "<text:p>a<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>",
            "a"),
        Arguments.of(
            "<text:p><text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ト</text:ruby-text></text:ruby></text:p>",
            "東"),
        Arguments.of(
            "<text:list><text:list-item><text:p>a</text:p></text:list-item>"
                + "<text:list-item><text:p>b</text:p></text:list-item></text:list>",
            "a\nb"),
        Arguments.of(
            "<table:table table:name='inner'><table:table-row>"
                + Ods.text("inner")
                + "</table:table-row></table:table><text:p>a</text:p>",
            "a"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aCellIsItsParagraphs(String content, String text) {
    assertThat(SheetText.of(Ods.cell("office:value-type='string'", content)))
        .isEqualTo("A1 \"" + text + "\"");
  }

  @Test
  void spacesPastTheLimitAreRefusedBeforeTheyAreMade() {
    byte[] ods =
        Ods.cell("office:value-type='string'", "<text:p><text:s text:c='2147483648'/></text:p>");

    assertThat(SheetText.refusal(ods))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected at most 1,048,576 characters in one text, found more;"
                + " raise the limit with ReadLimits.withTextLength if the file is sound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "99999999999999999999"})
  void aCountOfSpacesThatIsNoneIsRefused(String count) {
    byte[] ods =
        Ods.cell("office:value-type='string'", "<text:p><text:s text:c='" + count + "'/></text:p>");

    assertThat(SheetText.refusal(ods))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected a count of spaces, found "
                + count
                + "; ask the sender for the file again");
  }

  @Test
  void manyPartsOfOneTextAreOneText() {
    String spans = "<text:span>x</text:span>".repeat(20_000);

    assertThat(
            SheetText.of(Ods.cell("office:value-type='string'", "<text:p>" + spans + "</text:p>")))
        .isEqualTo("A1 \"" + "x".repeat(20_000) + "\"");
  }

  @Test
  void aTextOfManyPartsIsLimitedToo() {
    String spans = "<text:span>abc</text:span>".repeat(30);
    byte[] ods = Ods.cell("office:value-type='string'", "<text:p>" + spans + "</text:p>");

    assertThat(SheetText.refusal(ods, ReadLimits.defaults().withTextLength(81)))
        .hasMessage(
            "book.xlsx: content.xml, line 1: expected at most 81 characters in one text, found more;"
                + " raise the limit with ReadLimits.withTextLength if the file is sound");
  }

  @Test
  void nestingIsLimited() {
    String deep = "<text:span>".repeat(200_000) + "</text:span>".repeat(200_000);

    assertThat(
            SheetText.refusal(
                Ods.cell("office:value-type='string'", "<text:p>" + deep + "</text:p>")))
        .isEqualTo(
            "book.xlsx: content.xml, line 1: expected at most 64 nested elements, found more;"
                + " raise the limit with ReadLimits.withXmlDepth if the file is sound");
  }
}
