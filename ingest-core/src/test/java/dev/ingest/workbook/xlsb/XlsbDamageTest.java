package dev.ingest.workbook.xlsb;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static dev.ingest.workbook.xlsb.XlsbBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.SheetText;
import org.junit.jupiter.api.Test;

/** Records that lie are refused, with the place, and cost no memory. */
class XlsbDamageTest {

  private static final String PART = "xl/sheets/one.bin: ";

  private final XlsbBuilder book = XlsbBuilder.xlsb().begin();

  private void assertRefused(String message) {
    assertThat(SheetText.refusal(book.bytesOfZip()))
        .isEqualTo("book.xlsx: " + message + "; ask the sender for the file again");
  }

  @Test
  void aCellOf256Mebibytes() {
    book.row(0, false).raw(bytes().u8(RecordId.TEXT, 0xff, 0xff, 0xff, 0x7f).u32(0, 0, 1));

    assertRefused(PART + "record 6: expected at most 5242880 bytes, found 268435455");
  }

  @Test
  void anUnknownRecordOf256Mebibytes() {
    book.row(0, false).raw(bytes().u8(99, 0xff, 0xff, 0xff, 0x7f).u32(0, 0, 1));

    assertRefused(PART + "record 99: expected the whole record, found the end of the part");
  }

  @Test
  void aLengthWithoutEnd() {
    book.raw(bytes().u8(99, 0xff, 0xff, 0xff, 0xff, 0xff, 1));

    assertRefused(PART + "record 99: expected a length of up to 4 bytes, found more");
  }

  @Test
  void aTextOfTwoToThe31Characters() {
    book.row(0, false).cell(RecordId.TEXT, 0, 0, bytes().u32(0x80000000L).wide("ab")).end();

    assertRefused(PART + "record 6: expected a text of 2147483648 characters, found 16 bytes");
  }

  @Test
  void rowsPastTheLast() {
    book.row(0xffffffffL, false).end();

    assertRefused(PART + "record 0: expected a row number from 1 to 1048576, found 4294967296");
  }

  @Test
  void rowsOutOfOrder() {
    book.row(5, false).row(5, false).end();

    assertRefused(PART + "record 0: expected rows in ascending order, found row 6 after 6");
  }

  @Test
  void cellsOutOfOrder() {
    book.row(0, false)
        .cell(RecordId.REAL, 3, 0, bytes().f64(1))
        .cell(RecordId.REAL, 3, 0, bytes().f64(1))
        .end();

    assertRefused(PART + "record 5: expected cells in ascending order, found D1 after column D");
  }

  @Test
  void aColumnPastTheLast() {
    book.row(0, false).cell(RecordId.REAL, 16_384, 0, bytes().f64(1)).end();

    assertRefused(PART + "record 5: expected a column up to XFD, found number 16385");
  }

  @Test
  void cellsWithoutARow() {
    book.cell(RecordId.REAL, 0, 0, bytes().f64(1)).end();

    assertRefused(PART + "record 5: expected a row before its cells, found none");
  }

  @Test
  void aSharedStringThatIsNotThere() {
    book.row(0, false).cell(RecordId.SHARED_TEXT, 0, 0, bytes().u32(0xffffffffL)).end();

    assertRefused(PART + "data!A1: expected one of 0 shared strings, found index 4294967295");
  }

  @Test
  void aStyleThatIsNotThere() {
    book.row(0, false).cell(RecordId.REAL, 1, 9, bytes().f64(1)).end();

    assertRefused(PART + "data!B1: expected one of 0 styles, found number 9");
  }

  @Test
  void valuesThatAreNone() {
    book.row(0, false).cell(RecordId.ERROR, 0, 0, bytes().u8(99)).end();

    assertRefused(PART + "data!A1: expected a known error value, found code 99");
  }

  @Test
  void aNumberThatIsNone() {
    book.row(0, false).cell(RecordId.REAL, 0, 0, bytes().f64(Double.NaN)).end();

    assertRefused(PART + "data!A1: expected a finite number, found NaN");
  }

  @Test
  void aRecordThatIsTooShort() {
    book.row(0, false).record(RecordId.REAL, bytes().u32(0, 0, 0)).end();

    assertRefused(PART + "record 5: expected 16 bytes or more, found 12");
  }

  @Test
  void aSheetWithoutItsEnd() {
    book.row(0, false);

    assertRefused(PART + "record 0: expected the end of the sheet, found the end of the part");
  }

  @Test
  void aSheetWithoutAPart() {
    book.end().listed("gone", 0, "rId99");

    assertRefused("expected a part for the sheet \"gone\", found none");
  }

  @Test
  void aSheetNameThatIsThereTwice() {
    book.end().listed("DATA", 0, "rId1");

    assertRefused("xl/workbook.bin: record 156: expected each sheet name once, found DATA");
  }

  @Test
  void whatFollowsTheEndIsNotTheSheets() {
    book.end();
    book.row(0, false).cell(RecordId.TEXT, 0, 0, text("after the end"));

    assertThat(SheetText.of(book.bytesOfZip())).isEmpty();
  }
}
