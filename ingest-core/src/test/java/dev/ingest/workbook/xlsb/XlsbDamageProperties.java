package dev.ingest.workbook.xlsb;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static dev.ingest.workbook.xlsb.XlsbBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.grid.LittleBytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever records a sheet of an .xlsb holds, it has cells or is refused with a message. */
class XlsbDamageProperties {

  @Property(tries = 500)
  void anyBytesAmongTheRecords(
      @ForAll @Size(max = 40) byte[] noise, @ForAll @IntRange(max = 9) int rows) {
    XlsbBuilder book = XlsbBuilder.xlsb().begin();
    for (int row = 0; row < rows; row++) {
      book.row(row, false)
          .cell(RecordId.REAL, 0, 0, bytes().f64(row))
          .cell(RecordId.FORMULA_TEXT, 1, 0, text("x").u16(0));
    }

    assertReadOrRefused(book.raw(bytes().raw(noise)).end().bytesOfZip());
  }

  @Property(tries = 500)
  void anyDataInAnyRecord(
      @ForAll @IntRange(max = 700) int id, @ForAll @Size(max = 60) byte[] data) {
    LittleBytes record = bytes().raw(data);
    XlsbBuilder book = XlsbBuilder.xlsb().begin().row(0, false);

    assertReadOrRefused(book.record(id, record).end().bytesOfZip());
    assertReadOrRefused(XlsbBuilder.xlsb().begin().end().bookRecord(id, record).bytesOfZip());
  }

  private static void assertReadOrRefused(byte[] xlsb) {
    try {
      assertThat(SheetText.of(xlsb)).isNotNull();
    } catch (WorkbookException refused) {
      assertThat(refused.getMessage()).startsWith("book.xlsx: ").contains("expected ");
    }
  }
}
