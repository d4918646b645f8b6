package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.biff.XlsBuilder.SheetRecords;
import dev.ingest.workbook.grid.LittleBytes;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts: cut by records, formatted, of many code pages. */
class BiffTextsTest {

  private static final int WIDE = 1;

  private final XlsBuilder book = XlsBuilder.biff8();

  @Test
  void charactersGoOnInTheNextRecordInAnotherWidth() {
    book.global(RecordId.SST, sst(2).u16(6).u8(0, 'a', 'b'))
        .global(RecordId.CONTINUE, bytes().u8(WIDE).wide("żó"))
        .global(RecordId.CONTINUE, bytes().u8(0, 'e', 'f').u16(1).u8(0, 'z'));

    assertThat(shared(2)).isEqualTo("A1 \"abżóef\", B1 \"z\"");
  }

  @Test
  void aTextThatEndsWithItsRecordIsFollowedByAWholeOne() {
    book.global(RecordId.SST, sst(2).u16(2).u8(0, 'a', 'b'))
        .global(RecordId.CONTINUE, bytes().u16(1).u8(WIDE).wide("ż"));

    assertThat(shared(2)).isEqualTo("A1 \"ab\", B1 \"ż\"");
  }

  @Test
  void formattingAndPhoneticsAreLeftOutWhereverTheyAreCut() {
    LittleBytes rich = sst(2).u16(1).u8(0x08 | 0x04).u16(2).u32(6).u8('a').u16(0, 1, 0);
    book.global(RecordId.SST, rich)
        .global(RecordId.CONTINUE, bytes().u8(1, 0, 9, 9))
        .global(RecordId.CONTINUE, bytes().u8(9, 9, 9, 9).u16(1).u8(0, 'b'));

    assertThat(shared(2)).isEqualTo("A1 \"a\", B1 \"b\"");
  }

  @Test
  void lengthsAndFlagsMayBeCutToo() {
    book.global(RecordId.SST, sst(2).u16(1).u8(0, 'a', 1))
        .global(RecordId.CONTINUE, bytes().u8(0))
        .global(RecordId.CONTINUE, bytes())
        .global(RecordId.CONTINUE, bytes().u8(WIDE).wide("b"));

    assertThat(shared(2)).isEqualTo("A1 \"a\", B1 \"b\"");
  }

  @Test
  void aFormulasLongTextGoesOnInTheNextRecord() {
    SheetRecords sheet = book.sheet("data");
    sheet
        .formula(0, 0, bytes().u8(0, 0, 0, 0, 0, 0).u16(0xffff))
        .record(RecordId.STRING, bytes().u16(4).u8(0, 'a', 'b'))
        .record(RecordId.CONTINUE, bytes().u8(WIDE).wide("żó"))
        .number(0, 1, 7)
        .end();

    assertThat(SheetText.of(book.stream())).isEqualTo("A1 \"abżó\", B1 7");
  }

  @Test
  void theDeclaredCountIsNotTrusted() {
    book.global(RecordId.SST, bytes().u32(0x7fffffff, 0x7fffffff).u16(1).u8(0, 'a'));

    assertThat(shared(1)).isEqualTo("A1 \"a\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1252, windows-1252, café €",
    "1251, windows-1251, мера",
    "1250, windows-1250, żółw",
    "932, windows-31j, 場所",
    "936, GBK, 地点",
    "949, x-windows-949, 장소",
    "950, x-windows-950, 地點",
    "10000, x-MacRoman, café",
    "32768, x-MacRoman, café",
    "10007, x-MacCyrillic, мера",
    "437, IBM437, café",
    "65001, UTF-8, žluťoučký",
  })
  void bytesAreOfTheWorkbooksCodePage(int page, String charset, String text) {
    byte[] encoded = text.getBytes(Charset.forName(charset));
    XlsBuilder old = XlsBuilder.biff5().global(RecordId.CODEPAGE, bytes().u16(page));
    old.sheet("data").cell(RecordId.LABEL, 0, 0, 0, bytes().u16(encoded.length).raw(encoded)).end();

    assertThat(SheetText.of(old.stream())).isEqualTo("A1 \"" + text + "\"");
  }

  @Test
  void withoutACodePageItIsThatOfWindowsInTheWest() {
    XlsBuilder old = XlsBuilder.biff5().format(164, "d/m/yy").style(164);
    old.sheet("data")
        .cell(RecordId.LABEL, 0, 0, 0, bytes().u16(1).u8(0x80))
        .cell(RecordId.NUMBER, 0, 1, 0, bytes().f64(43862))
        .end();

    assertThat(SheetText.of(old.stream())).isEqualTo("A1 \"€\", B1 2020-02-01T00:00");
  }

  @Test
  void anUnknownCodePageIsRefusedOnlyWhereTextNeedsIt() {
    XlsBuilder old = XlsBuilder.biff5();
    SheetRecords sheet = old.sheet("data");
    old.global(RecordId.CODEPAGE, bytes().u16(4711));
    sheet.cell(RecordId.LABEL, 0, 0, 0, bytes().u16(1).u8('a')).end();

    assertThat(SheetText.refusal(old.stream()))
        .isEqualTo(
            "book.xlsx: record 0085 at byte 18: expected a known code page, found number 4711;"
                + " ask the sender for the file again");
  }

  @Test
  void bytesThatTheCodePageDoesNotHaveAreRefused() {
    XlsBuilder old = XlsBuilder.biff5().global(RecordId.CODEPAGE, bytes().u16(65001));
    old.sheet("data").cell(RecordId.LABEL, 0, 0, 0, bytes().u16(1).u8(0xff)).end();

    assertThat(SheetText.refusal(old.stream()))
        .isEqualTo(
            "book.xlsx: data: record 0204 at byte 49: expected text of code page 65001, found other"
                + " bytes; ask the sender for the file again");
  }

  @Test
  void textsAreBoundedByTheLimits() {
    book.global(RecordId.SST, sst(1).u16(3).u8(0, 'a', 'b', 'c'));
    book.sheet("d").cell(RecordId.LABELSST, 0, 0, 0, bytes().u32(0)).end();

    assertThat(SheetText.refusal(book.stream(), ReadLimits.defaults().withTextLength(2)))
        .hasMessage(
            "book.xlsx: shared string 0: expected at most 2 characters in one text, found more;"
                + " raise the limit with ReadLimits.withTextLength if the file is sound");
    assertThat(SheetText.of(book.stream(), ReadLimits.defaults().withTextLength(3)))
        .isEqualTo("A1 \"abc\"");
  }

  @Test
  void sharedStringsAreBoundedByTheLimits() {
    book.strings("a", "b");
    book.sheet("data").cell(RecordId.LABELSST, 0, 0, 0, bytes().u32(0)).end();

    assertThat(SheetText.refusal(book.stream(), ReadLimits.defaults().withSharedStrings(1)))
        .hasMessage(
            "book.xlsx: expected at most 1 shared strings, found more;"
                + " raise the limit with ReadLimits.withSharedStrings if the file is sound");
  }

  private static LittleBytes sst(int count) {
    return bytes().u32(count, count);
  }

  /** Returns a row of the first shared strings. */
  private String shared(int count) {
    SheetRecords sheet = book.sheet("data");
    for (int i = 0; i < count; i++) {
      sheet.cell(RecordId.LABELSST, 0, i, 0, bytes().u32(i));
    }
    sheet.end();
    return SheetText.of(book.stream());
  }
}
