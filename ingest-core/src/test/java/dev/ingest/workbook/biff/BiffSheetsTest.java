package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.biff.XlsBuilder.SheetRecords;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sheets: which there are, what they hide and merge, and their rows in order. */
class BiffSheetsTest {

  private final XlsBuilder book = XlsBuilder.biff8();

  @Test
  void worksheetsAreListedInOrderAndNothingElseIs() {
    book.sheet("a").end();
    book.sheet("chart", 0, 2, 0x0020).end();
    book.sheet("日本", 1, 0, 0x0010).end();
    book.sheet("macro", 0, 1, 0x0040).end();
    book.sheet("module", 0, 6, 0x0006).end();
    book.sheet("dialog").record(RecordId.WSBOOL, bytes().u16(0x0010)).end();
    book.sheet("c", 2, 0, 0x0010).record(RecordId.WSBOOL, bytes().u16(0x04c1)).end();

    try (Workbook open = open(book.stream())) {
      assertThat(open.kind()).isEqualTo(FileKind.XLS);
      assertThat(open.name()).isEqualTo("book.xls");
      assertThat(open.dateSystem()).isEqualTo(DateSystem.BASE_1900);
      assertThat(open.sheets().stream().map(s -> s.position() + s.name() + s.visibility().label()))
          .containsExactly("1avisible", "2日本hidden", "3cveryHidden");
    }
  }

  @Test
  void recordsOfEmbeddedChartsAreNotTheSheets() {
    book.sheet("data")
        .number(0, 0, 1)
        .record(RecordId.BOF, bytes().u16(0x0600, 0x0020).u32(0))
        .number(5, 5, 666)
        .record(RecordId.BOF, bytes().u16(0x0600, 0x0020).u32(0))
        .record(RecordId.EOF, bytes())
        .number(6, 6, 667)
        .record(RecordId.EOF, bytes())
        .number(1, 0, 2)
        .end();

    assertThat(SheetText.of(book.stream())).isEqualTo("A1 1\nA2 2");
  }

  @Test
  void rowsAreHiddenByRecordsOfTheirOwn() {
    book.sheet("data")
        .row(0, false)
        .row(1, true)
        .row(3, true)
        .number(0, 0, 1)
        .number(1, 0, 2)
        .number(4, 0, 5)
        .end();

    assertThat(SheetText.of(book.stream())).isEqualTo("A1 1\nA2 2 (hidden)\nrow 4 (hidden)\nA5 5");
  }

  /** Excel writes rows in order, but programs that write cells as they come are read by it too. */
  @Test
  void cellsInAnyOrderComeRowByRow() {
    book.sheet("data")
        .number(2, 1, 32)
        .number(0, 1, 12)
        .formula(2, 0, bytes().u8(0, 0, 0, 0, 0, 0).u16(0xffff))
        .record(RecordId.STRING, bytes().u16(1).u8(0, 'x'))
        .number(0, 0, 11)
        .number(1, 3, 24)
        .row(1, true)
        .end();

    assertThat(SheetText.of(book.stream()))
        .isEqualTo("A1 11, B1 12\nD2 24 (hidden)\nA3 \"x\", B3 32");
  }

  @Test
  void ofTwoRecordsOfOneCellTheLastCounts() {
    book.sheet("data")
        .number(0, 0, 1)
        .cell(RecordId.MULBLANK, 0, 1, 0, bytes().u16(0, 0, 3))
        .number(0, 2, 3)
        .number(0, 0, 9)
        .end();

    assertThat(SheetText.of(book.stream())).isEqualTo("A1 9, B1, C1 3, D1");
  }

  @Test
  void mergedAreasAreGivenAsStored() {
    book.sheet("data")
        .number(0, 0, 1)
        .record(RecordId.MERGEDCELLS, bytes().u16(2).u16(0, 1, 0, 2).u16(4, 4, 0, 255))
        .record(RecordId.MERGEDCELLS, bytes().u16(1).u16(65534, 65535, 3, 3))
        .end();

    try (Workbook open = open(book.stream())) {
      assertThat(
              open.sheets().get(0).merged().stream()
                  .map(CellRange::toString)
                  .collect(Collectors.joining(", ")))
          .isEqualTo("data!A1:C2, data!A5:IV5, data!D65535:D65536");
    }
  }

  @Test
  void rowsMayBeReadAgain() {
    book.sheet("data").number(0, 0, 1).end();

    try (Workbook open = open(book.xls())) {
      assertThat(SheetText.of(open.sheets().get(0))).isEqualTo("A1 1");
      assertThat(SheetText.of(open.sheets().get(0))).isEqualTo("A1 1");
    }
  }

  @Test
  void aSheetLargerThanTheWindowIsStreamed() {
    SheetRecords sheet = book.sheet("data");
    for (int row = 0; row < 20_000; row++) {
      sheet.number(row, 0, row).number(row, 1, -row);
    }
    sheet.end();

    String text = SheetText.of(book.xls());

    assertThat(text)
        .startsWith("A1 0, B1 0\nA2 1, B2 -1\n")
        .endsWith("\nA20000 19999, B20000 -19999");
    assertThat(text.lines().count()).isEqualTo(20_000);
  }

  @Test
  void cellsAreBoundedByTheLimits() {
    book.sheet("data").number(0, 0, 1).number(0, 1, 2).end();

    assertThat(SheetText.refusal(book.stream(), ReadLimits.defaults().withCells(1)))
        .hasMessage(
            "book.xlsx: data: expected at most 1 cells, found more;"
                + " raise the limit with ReadLimits.withCells if the file is sound");
  }

  @Test
  void theContainersStreamHasOneOfTwoNames() {
    XlsBuilder old = XlsBuilder.biff5();
    old.sheet("data").number(0, 0, 5).end();
    book.sheet("data").number(0, 0, 8).end();

    assertThat(SheetText.of(old.xls())).isEqualTo("A1 5");
    assertThat(SheetText.of(book.xls())).isEqualTo("A1 8");
    assertThat(SheetText.of(XlsBuilder.container("WORKBOOK", book.stream()))).isEqualTo("A1 8");
  }

  private static Workbook open(byte[] xls) {
    return Workbook.open(WorkbookSource.of("book.xls", xls), ReadLimits.defaults());
  }
}
