package dev.ingest.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whichever way the rows of a table go, the file and the report are the same: as bytes from the
 * sheet to the file where they can, as objects that were decoded ahead of the reader, or as objects
 * that each rule sees.
 */
class PathProperties {

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void allWaysTellTheSame(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();

    String told = Told.of(table.pipeline(), workbook).text();

    assertThat(Told.of(table.withAFilter().pipeline(), workbook).text()).isEqualTo(told);
    assertThat(Told.of(table.withARule().pipeline(), workbook).text()).isEqualTo(told);
    assertThat(table.readingAhead(workbook)).isEqualTo(table.reading(workbook));
  }

  /** Without rules more tables are transcoded; past two MiB in batches, by two threads. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void allWaysTellTheSameOfLongSheets(@ForAll("tables") RandomTable random, @ForAll Random rows) {
    RandomTable table = random.withoutRules();
    byte[] workbook = table.sheet().workbook(60_000 / table.columns().size(), rows);

    String told = Told.of(table.pipeline(), workbook).text();

    assertThat(Told.of(table.withAFilter().pipeline(), workbook).text().equals(told))
        .as("decoded ahead")
        .isTrue();
    assertThat(Told.of(table.withARule().pipeline(), workbook).text().equals(told))
        .as("as objects")
        .isTrue();
  }

  /** Rules of cells and of rows, policies and filters hold whichever thread has decoded a row. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void rowsDecodedAheadOfLongSheetsAreTheSame(
      @ForAll("tables") RandomTable table, @ForAll Random rows) {
    byte[] workbook = table.sheet().workbook(60_000 / table.columns().size(), rows);

    assertThat(table.readingAhead(workbook).equals(table.reading(workbook))).isTrue();
  }
}
