package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of its bytes, an .xls has cells or is refused with a message; nothing else. */
class BinaryDamageProperties {

  /** A change of one byte. */
  private record Flip(int at, int to) {}

  @Provide
  static Arbitrary<List<Flip>> flips() {
    return Arbitraries.integers()
        .between(0, 1 << 14)
        .flatMap(at -> Arbitraries.integers().between(0, 255).map(to -> new Flip(at, to)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 600)
  void changedRecords(@ForAll("flips") List<Flip> flips) {
    assertReadOrRefused(changed(book().stream(), flips, 12));
  }

  @Property(tries = 300)
  void changedContainers(@ForAll("flips") List<Flip> flips) {
    assertReadOrRefused(changed(book().xls(), flips, 8));
  }

  @Property(tries = 150)
  void filesThatAreCutShort(@ForAll @IntRange(min = 1, max = 1 << 14) int kept) {
    byte[] file = book().xls();
    byte[] cut = Arrays.copyOf(file, 1 + kept % file.length);

    assertReadOrRefused(cut);
  }

  private static void assertReadOrRefused(byte[] file) {
    try {
      assertThat(SheetText.of(file)).isNotNull();
    } catch (WorkbookException refused) {
      assertThat(refused.getMessage()).startsWith("book.xlsx").contains(": expected ");
    }
  }

  /** Past its head, which says what the file is. */
  private static byte[] changed(byte[] file, List<Flip> flips, int head) {
    for (Flip flip : flips) {
      file[head + flip.at % (file.length - head)] = (byte) flip.to;
    }
    return file;
  }

  private static XlsBuilder book() {
    XlsBuilder book = XlsBuilder.biff8().format(164, "yyyy").style(0).style(164);
    book.strings("one", "two", "żółw");
    XlsBuilder.SheetRecords sheet = book.sheet("data").row(0, true);
    for (int row = 0; row < 20; row++) {
      sheet
          .number(row, 0, row)
          .cell(RecordId.LABELSST, row, 1, 0, bytes().u32(row % 3))
          .cell(RecordId.MULRK, row, 2, 0, bytes().u32(5).u16(1).u32(9).u16(3))
          .cell(RecordId.BOOLERR, row, 4, 0, bytes().u8(1, 0))
          .formula(row, 5, bytes().u8(0, 0, 0, 0, 0, 0).u16(0xffff))
          .record(RecordId.STRING, bytes().u16(1).u8(0, 'x'));
    }
    sheet.record(RecordId.MERGEDCELLS, bytes().u16(1).u16(0, 1, 0, 1)).end();
    return book;
  }
}
