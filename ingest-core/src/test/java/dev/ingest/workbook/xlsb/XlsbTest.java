package dev.ingest.workbook.xlsb;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static dev.ingest.workbook.xlsb.XlsbBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.grid.LittleBytes;
import org.junit.jupiter.api.Test;

/** What the records of an .xlsb mean. */
class XlsbTest {

  private final XlsbBuilder book = XlsbBuilder.xlsb().begin();

  private String cells() {
    return SheetText.of(book.end().bytesOfZip());
  }

  @Test
  void everyKindOfCell() {
    book.string(bytes().u8(0).raw(text("shared").array()))
        .row(0, false)
        .cell(RecordId.BLANK, 0, 0, bytes())
        .cell(RecordId.RK, 1, 0, bytes().u32(12345 << 2 | 3))
        .cell(RecordId.ERROR, 2, 0, bytes().u8(0x2a))
        .cell(RecordId.LOGICAL, 3, 0, bytes().u8(1))
        .cell(RecordId.REAL, 4, 0, bytes().f64(0.65))
        .cell(RecordId.TEXT, 5, 0, text("żółw"))
        .cell(RecordId.SHARED_TEXT, 6, 0, bytes().u32(0))
        .cell(RecordId.RICH_TEXT, 7, 0, rich("rich"));

    assertThat(cells())
        .isEqualTo(
            "A1, B1 123.45, C1 #N/A, D1 TRUE, E1 0.65, F1 \"żółw\", G1 \"shared\", H1 \"rich\"");
  }

  @Test
  void aFormulaIsTheValueThatItHadWhenSaved() {
    LittleBytes parsed = bytes().u16(0).u32(3).u8(0x1e).u16(1).u32(0);
    book.row(0, false)
        .cell(RecordId.FORMULA_TEXT, 0, 0, text("t").raw(parsed.array()))
        .cell(RecordId.FORMULA_NUMBER, 1, 0, bytes().f64(-1.5).raw(parsed.array()))
        .cell(RecordId.FORMULA_LOGICAL, 2, 0, bytes().u8(0).raw(parsed.array()))
        .cell(RecordId.FORMULA_ERROR, 3, 0, bytes().u8(0x07).raw(parsed.array()))
        .record(427, bytes().u32(0, 0, 0, 0))
        .cell(RecordId.FORMULA_TEXT, 4, 0, text("").raw(parsed.array()));

    assertThat(cells()).isEqualTo("A1 \"t\", B1 -1.5, C1 FALSE, D1 #DIV/0!, E1 \"\"");
  }

  @Test
  void aShortCellIsRightOfTheOneBefore() {
    book.row(4, false)
        .record(13, bytes().u32(0).u32(7 << 2 | 2))
        .cell(RecordId.REAL, 5, 0, bytes().f64(1))
        .record(12, bytes().u32(0))
        .record(17, bytes().u32(0).raw(text("x").array()));

    assertThat(cells()).isEqualTo("A5 7, F5 1, G5, H5 \"x\"");
  }

  @Test
  void richRunsAndPhoneticsAreLeftOut() {
    book.string(rich("漢字"))
        .string(bytes().u8(2).raw(text("東京").array()).raw(text("トウキョウ").array()).u32(0))
        .row(0, false)
        .cell(RecordId.SHARED_TEXT, 0, 0, bytes().u32(0))
        .cell(RecordId.SHARED_TEXT, 1, 0, bytes().u32(1));

    assertThat(cells()).isEqualTo("A1 \"漢字\", B1 \"東京\"");
  }

  @Test
  void theNumberFormatMakesADate() {
    book.bookRecord(RecordId.WORKBOOK_PROPERTIES, bytes().u32(1, 0))
        .stylesRecord(RecordId.FORMAT, bytes().u16(164).raw(text("d/m/yyyy").array()))
        .stylesRecord(RecordId.STYLE, style(14)) // one that names refer to, not cells
        .stylesRecord(RecordId.BEGIN_CELL_STYLES, bytes().u32(3))
        .stylesRecord(RecordId.STYLE, style(0))
        .stylesRecord(RecordId.STYLE, style(164))
        .stylesRecord(RecordId.STYLE, style(14))
        .stylesRecord(RecordId.END_CELL_STYLES, bytes())
        .row(0, false)
        .cell(RecordId.REAL, 0, 0, bytes().f64(42400))
        .cell(RecordId.REAL, 1, 1, bytes().f64(42400))
        .cell(RecordId.RK, 2, 2, bytes().u32(42400 << 2 | 2));

    assertThat(cells()).isEqualTo("A1 42400, B1 2020-02-01T00:00, C1 2020-02-01T00:00");
  }

  @Test
  void rowsKeepTheirNumbersAndSayIfTheyAreHidden() {
    book.row(2, true)
        .cell(RecordId.REAL, 0, 0, bytes().f64(1))
        .row(1_048_575, false)
        .cell(RecordId.REAL, 16_383, 0, bytes().f64(2));

    assertThat(cells()).isEqualTo("A3 1 (hidden)\nXFD1048576 2");
  }

  @Test
  void worksheetsAreListedInOrderAndNothingElseIs() {
    book.listed("chart", 0, "rId7")
        .link("rId7", "chartsheet")
        .listed("b", 1, "rId8")
        .link("rId8", "worksheet")
        .listed("c", 2, "rId9")
        .link("rId9", "worksheet")
        .listed("deleted", 0, "");

    try (Workbook open = open(book.end().bytesOfZip())) {
      assertThat(open.kind()).isEqualTo(FileKind.XLSB);
      assertThat(open.name()).isEqualTo("book.xlsb");
      assertThat(open.dateSystem()).isEqualTo(DateSystem.BASE_1900);
      assertThat(open.sheets().stream().map(s -> s.position() + s.name() + s.visibility().label()))
          .containsExactly("1datavisible", "2bhidden", "3cveryHidden");
    }
  }

  @Test
  void mergedAreasAreGivenAsStored() {
    book.record(RecordId.END_SHEET_DATA, bytes())
        .record(RecordId.MERGED, bytes().u32(0, 1, 0, 2))
        .record(RecordId.END_SHEET, bytes());

    try (Workbook open = open(book.bytesOfZip())) {
      assertThat(open.sheets().get(0).merged()).containsExactly(new CellRange("data", 1, 1, 2, 3));
    }
  }

  @Test
  void limitsHoldHereToo() {
    byte[] xlsb =
        book.string(bytes().u8(0).raw(text("a").array()))
            .string(bytes().u8(0).raw(text("b").array()))
            .row(0, false)
            .cell(RecordId.SHARED_TEXT, 0, 0, bytes().u32(0))
            .cell(RecordId.TEXT, 1, 0, text("a".repeat(201)))
            .end()
            .bytesOfZip();

    assertThat(refusal(xlsb, ReadLimits.defaults().withCells(1)))
        .isEqualTo(
            "book.xlsx: xl/sheets/one.bin: expected at most 1 cells, found more;"
                + " raise the limit with ReadLimits.withCells if the file is sound");
    assertThat(refusal(xlsb, ReadLimits.defaults().withSharedStrings(1)))
        .isEqualTo(
            "book.xlsx: xl/sharedStrings.bin: expected at most 1 shared strings, found more;"
                + " raise the limit with ReadLimits.withSharedStrings if the file is sound");
    assertThat(refusal(xlsb, ReadLimits.defaults().withTextLength(200)))
        .isEqualTo(
            "book.xlsx: xl/sheets/one.bin: expected at most 200 characters in one text, found more;"
                + " raise the limit with ReadLimits.withTextLength if the file is sound");
  }

  private static String refusal(byte[] xlsb, ReadLimits limits) {
    return SheetText.refusal(xlsb, limits).getMessage();
  }

  private static LittleBytes rich(String text) {
    return bytes().u8(1).raw(text(text).array()).u32(1).u16(0, 1);
  }

  private static LittleBytes style(int format) {
    return bytes().u16(0, format, 0, 0, 0).u8(0, 0, 0, 0, 0, 0);
  }

  private static Workbook open(byte[] xlsb) {
    return Workbook.open(WorkbookSource.of("book.xlsb", xlsb), ReadLimits.defaults());
  }
}
