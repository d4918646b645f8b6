package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Apache POI's user model, an independent reader that holds the whole workbook in memory, reads the
 * same cells: kind by kind, doubles by their bits. What POI is known to read wrongly is left out,
 * as {@link SoundSheets} says.
 */
class PoiProperties {

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void aWorkbookThatPoiWritesIsReadAlike(@ForAll("written") PoiWorkbooks.MadeWorkbook workbook) {
    byte[] xlsx = workbook.xlsx();

    assertThat(OurCells.of(xlsx)).isEqualTo(PoiCells.of(xlsx));
  }

  @Property(tries = 750, edgeCases = EdgeCasesMode.NONE)
  void aWorkbookThatNoLibraryWritesIsReadAlike(@ForAll("raw") SoundSheets.Book workbook) {
    byte[] xlsx = workbook.xlsx();

    assertThat(OurCells.of(xlsx)).isEqualTo(PoiCells.of(xlsx));
  }

  @Provide
  Arbitrary<PoiWorkbooks.MadeWorkbook> written() {
    return PoiWorkbooks.all();
  }

  @Provide
  Arbitrary<SoundSheets.Book> raw() {
    return SoundSheets.workbooks();
  }
}
