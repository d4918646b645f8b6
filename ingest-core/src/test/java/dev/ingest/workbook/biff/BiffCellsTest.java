package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.biff.XlsBuilder.SheetRecords;
import dev.ingest.workbook.grid.LittleBytes;
import org.junit.jupiter.api.Test;

/** What each record of a cell means. */
class BiffCellsTest {

  private final XlsBuilder book = XlsBuilder.biff8();
  private final SheetRecords sheet = book.sheet("data");

  private String cells() {
    sheet.end();
    return SheetText.of(book.stream());
  }

  @Test
  void numbersAreStoredInFourWays() {
    sheet
        .number(0, 0, 274.66)
        .cell(RecordId.RK, 0, 1, 0, bytes().u32(12345 << 2 | 3))
        .cell(RecordId.RK, 0, 2, 0, bytes().u32(-7 << 2 | 2))
        .cell(RecordId.RK, 0, 3, 0, bytes().u32(Double.doubleToLongBits(0.5) >>> 32))
        .cell(
            RecordId.MULRK,
            1,
            2,
            0,
            bytes().u32(1 << 2 | 2).u16(0).u32(2 << 2 | 2).u16(0).u32(3 << 2 | 2).u16(4));

    assertThat(cells()).isEqualTo("A1 274.66, B1 123.45, C1 -7, D1 0.5\nC2 1, D2 2, E2 3");
  }

  @Test
  void textIsSharedOrStandsInTheCell() {
    book.strings("one", "żółw", "");
    sheet
        .cell(RecordId.LABELSST, 0, 0, 0, bytes().u32(1))
        .cell(RecordId.LABELSST, 0, 1, 0, bytes().u32(2))
        .cell(RecordId.LABEL, 0, 2, 0, bytes().u16(4).u8(0).text("café", ISO_8859_1))
        .cell(RecordId.RSTRING, 0, 3, 0, bytes().u16(2).u8(0).text("ab", ISO_8859_1).u16(1, 0));

    assertThat(cells()).isEqualTo("A1 \"żółw\", B1 \"\", C1 \"café\", D1 \"ab\"");
  }

  @Test
  void truthErrorsAndBlanks() {
    sheet
        .cell(RecordId.BOOLERR, 0, 0, 0, bytes().u8(1, 0))
        .cell(RecordId.BOOLERR, 0, 1, 0, bytes().u8(0, 0))
        .cell(RecordId.BOOLERR, 0, 2, 0, bytes().u8(0x2a, 1))
        .cell(RecordId.BOOLERR, 0, 3, 0, bytes().u8(0x07, 1))
        .cell(RecordId.BLANK, 0, 4, 0, bytes())
        .cell(RecordId.MULBLANK, 1, 1, 0, bytes().u16(0, 2));

    assertThat(cells()).isEqualTo("A1 TRUE, B1 FALSE, C1 #N/A, D1 #DIV/0!, E1\nB2, C2");
  }

  @Test
  void aFormulaIsTheValueThatItHadWhenSaved() {
    sheet
        .formula(0, 0, bytes().f64(1.5))
        .formula(0, 1, special(0, 0))
        .record(RecordId.STRING, bytes().u16(2).u8(0).text("hi", ISO_8859_1))
        .formula(0, 2, special(1, 1))
        .formula(0, 3, special(2, 0x17))
        .formula(0, 4, special(3, 0));

    assertThat(cells()).isEqualTo("A1 1.5, B1 \"hi\", C1 TRUE, D1 #REF!, E1 \"\"");
  }

  @Test
  void whatIsSharedStandsBetweenAFormulaAndItsText() {
    sheet
        .formula(0, 0, special(0, 0))
        .record(RecordId.SHRFMLA, bytes().u16(0, 0))
        .record(RecordId.STRING, bytes().u16(1).u8(0, 'a'))
        .formula(0, 1, special(0, 0))
        .record(RecordId.ARRAY, bytes().u16(0, 0))
        .record(RecordId.STRING, bytes().u16(1).u8(0, 'b'))
        .formula(0, 2, special(0, 0))
        .record(RecordId.TABLE, bytes().u16(0, 0))
        .record(RecordId.STRING, bytes().u16(1).u8(0, 'c'));

    assertThat(cells()).isEqualTo("A1 \"a\", B1 \"b\", C1 \"c\"");
  }

  @Test
  void aFormulaWithoutAValueIsNeitherBlankNorZero() {
    sheet.formula(0, 0, special(0, 0)).formula(0, 1, bytes().f64(Double.POSITIVE_INFINITY));
    sheet.number(0, 2, 3);

    assertThat(cells()).isEqualTo("A1 =, B1 =, C1 3");
  }

  @Test
  void theNumberFormatMakesADate() {
    book.format(164, "yyyy\\-mm\\-dd").format(165, "0.00\" days\"");
    book.style(0).style(14).style(164).style(165).style(22);
    sheet
        .cell(RecordId.NUMBER, 0, 0, 0, bytes().f64(43862))
        .cell(RecordId.NUMBER, 0, 1, 1, bytes().f64(43862))
        .cell(RecordId.RK, 0, 2, 2, bytes().u32(43862 << 2 | 2))
        .cell(RecordId.NUMBER, 0, 3, 3, bytes().f64(43862))
        .cell(RecordId.FORMULA, 0, 4, 4, bytes().f64(43862.75).u16(0).u32(0).u16(0));

    assertThat(cells())
        .isEqualTo(
            "A1 43862, B1 2020-02-01T00:00, C1 2020-02-01T00:00, D1 43862, E1 2020-02-01T18:00");
  }

  @Test
  void datesMayCountFrom1904() {
    book.global(RecordId.DATE_1904, bytes().u16(1)).style(14);
    sheet.cell(RecordId.NUMBER, 0, 0, 0, bytes().f64(42400));

    assertThat(cells()).isEqualTo("A1 2020-02-01T00:00");
  }

  @Test
  void aWorkbookWithoutStylesHasNumbers() {
    sheet.cell(RecordId.NUMBER, 0, 0, 15, bytes().f64(1));

    assertThat(cells()).isEqualTo("A1 1");
  }

  /** A cached value that is no number: its type, and the value in the third byte. */
  private static LittleBytes special(int type, int value) {
    return bytes().u8(type, 0, value, 0, 0, 0).u16(0xffff);
  }
}
