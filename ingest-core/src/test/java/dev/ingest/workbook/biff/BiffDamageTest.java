package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.biff.XlsBuilder.SheetRecords;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Records that lie are refused, with the place. */
class BiffDamageTest {

  private static final String ADVICE = "; ask the sender for the file again";

  private final XlsBuilder book = XlsBuilder.biff8();
  private final SheetRecords sheet = book.sheet("data");

  private void assertRefused(String message) {
    assertThat(SheetText.refusal(book.stream())).isEqualTo("book.xlsx: " + message + ADVICE);
  }

  @Test
  void aRunOfNumbersThatIsReversed() {
    sheet.cell(RecordId.MULRK, 0, 3, 0, bytes().u32(2).u16(1)).end();

    assertRefused(
        "data: record 00bd at byte 48: expected a run of cells from column 4 to 2, found one of 12"
            + " bytes");
  }

  @Test
  void aRunOfNumbersThatIsShort() {
    sheet.cell(RecordId.MULRK, 0, 0, 0, bytes().u32(2).u16(200)).end();

    assertRefused(
        "data: record 00bd at byte 48: expected a run of cells from column 1 to 201, found one of"
            + " 12 bytes");
  }

  @Test
  void aSharedStringThatIsNotThere() {
    book.strings("a");
    sheet.cell(RecordId.LABELSST, 2, 2, 0, bytes().u32(0xffffffffL)).end();

    assertRefused("data!C3: expected one of 1 shared strings, found index 4294967295");
  }

  @Test
  void aStyleThatIsNotThere() {
    book.style(0);
    sheet.cell(RecordId.NUMBER, 0, 0, 1, bytes().f64(1)).end();

    assertRefused("data!A1: expected one of 1 styles, found number 1");
  }

  @Test
  void valuesThatAreNone() {
    sheet.number(0, 0, Double.NaN).end();

    assertRefused("data!A1: expected a finite number, found NaN");
  }

  @Test
  void anErrorThatIsNone() {
    sheet.cell(RecordId.BOOLERR, 0, 0, 0, bytes().u8(99, 1)).end();

    assertRefused("data!A1: expected a known error value, found code 99");
  }

  @Test
  void aTruthThatIsNone() {
    sheet.cell(RecordId.BOOLERR, 0, 0, 0, bytes().u8(2, 0)).end();

    assertRefused("data!A1: expected a boolean, found 2");
  }

  @Test
  void aFormulasValueOfNoType() {
    sheet.formula(0, 0, bytes().u8(9, 0, 0, 0, 0, 0).u16(0xffff)).end();

    assertRefused("data!A1: expected a formula's value, found type 9");
  }

  @Test
  void aColumnPastTheLast() {
    sheet.number(0, 256, 1).end();

    assertRefused("data: record 0203 at byte 48: expected a column up to IV, found number 257");
  }

  @Test
  void aRecordThatIsTooShort() {
    sheet.record(RecordId.NUMBER, bytes().u16(0, 0, 0).u32(0)).end();

    assertRefused("data: record 0203 at byte 48: expected 14 bytes or more, found 10");
  }

  @Test
  void aRecordPastTheEndOfTheStream() {
    sheet.number(0, 0, 1);
    byte[] whole = book.stream();

    assertThat(SheetText.refusal(Arrays.copyOf(whole, whole.length - 1)))
        .isEqualTo(
            "book.xlsx: data: record 0203 at byte 48: expected the whole record, found the end of"
                + " the stream"
                + ADVICE);
  }

  @Test
  void aSheetWithoutItsEnd() {
    sheet.number(0, 0, 1);

    assertRefused(
        "data: record 0203 at byte 48: expected the end of the sheet, found the end of the stream");
  }

  @Test
  void manyNestedSubstreams() {
    for (int i = 0; i < 20_000; i++) {
      sheet.record(RecordId.BOF, bytes().u16(0x0600, 0x0020).u32(0));
    }

    assertRefused(
        "data: record 0809 at byte 240036: expected the end of the sheet, found the end of the"
            + " stream");
  }

  @Test
  void aSheetPastTheEnd() {
    sheet.at(0x7fffffff).end();

    assertRefused("expected the sheet \"data\" at byte 2147483647, found none");
  }

  @Test
  void aSheetAtTheGlobals() {
    sheet.at(0).end();

    assertRefused("expected the sheet \"data\" at byte 0, found none");
  }

  @Test
  void aSheetNameThatIsThereTwice() {
    sheet.end();
    book.sheet("DATA").end();

    assertRefused("record 0085 at byte 32: expected each sheet name once, found DATA");
  }

  @Test
  void globalsWithoutTheirEnd() {
    assertThat(SheetText.refusal(Arrays.copyOf(XlsBuilder.biff8().stream(), 12)))
        .isEqualTo(
            "book.xlsx: record 0809 at byte 0: expected the end of the globals, found the end of"
                + " the stream"
                + ADVICE);
  }

  @Test
  void stringsThatPromiseMoreThanThereIs() {
    book.global(RecordId.SST, bytes().u32(1, 1).u16(0xffff).u8(0, 'a'));
    sheet.cell(RecordId.LABELSST, 0, 0, 0, bytes().u32(0)).end();

    assertRefused("record 00fc at byte 12: expected a whole text, found the end of the record");
  }

  @Test
  void phoneticsOfTwoGigabytes() {
    book.global(RecordId.SST, bytes().u32(1, 1).u16(1).u8(4).u32(0x7fffffff).u8('a'));
    sheet.cell(RecordId.LABELSST, 0, 0, 0, bytes().u32(0)).end();

    assertRefused("record 00fc at byte 12: expected the whole formatting of a text, found its end");
  }

  @Test
  void aMergedAreaThatIsReversed() {
    sheet.record(RecordId.MERGEDCELLS, bytes().u16(1).u16(1, 0, 0, 0)).end();

    assertRefused(
        "data: record 00e5 at byte 48: expected a merged area from A1 to IV65536, found another");
  }

  @Test
  void anUnknownVersion() {
    byte[] stream = book.stream();
    stream[5] = 7;

    assertThat(SheetText.refusal(stream))
        .isEqualTo(
            "book.xlsx: record 0809 at byte 0: expected version 1280 or 1536 of the records"
                + " (BIFF5 or BIFF8), found 1792"
                + ADVICE);
  }

  @Test
  void aSheetWithoutAWorkbook() {
    byte[] stream = book.stream();
    stream[6] = 0x10;

    assertThat(SheetText.refusal(stream))
        .isEqualTo(
            "book.xlsx: record 0809 at byte 0: expected the globals of a workbook, found other"
                + " records"
                + ADVICE);
  }

  @Test
  void workbooksOfExcel4AreNamed() {
    byte[] old = bytes().u16(0x0409, 6, 0, 0x10, 0).u16(RecordId.EOF, 0).array();

    assertThat(SheetText.refusal(old, ReadLimits.defaults()))
        .hasMessage(
            "book.xlsx: expected an Excel workbook (.xlsx), found an Excel 2-4 workbook;"
                + " open it in Excel and save it as .xlsx");
    assertThat(SheetText.refusal(XlsBuilder.container("Book", old), ReadLimits.defaults()))
        .hasMessage(
            "book.xlsx: expected a workbook of Excel 5 or later, found one of Excel 2-4;"
                + " open it in Excel and save it as .xlsx")
        .extracting("reason")
        .isEqualTo(Reason.UNSUPPORTED);
  }
}
