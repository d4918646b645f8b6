package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.pipeline.Pipeline;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.row.DynamicRow;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A schema that is written in a file is the one that the builder makes, and reads alike. */
class FileFormProperties {

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.inFiles();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theFileDeclaresTheSameSchema(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();

    Pipeline<DynamicRow> file = PipelineFile.parse("rows.yaml", table.file());

    assertThat(file.schema().columns()).isEqualTo(table.schema().columns());
    assertThat(file.schema().policies()).isEqualTo(table.schema().policies());
    assertThat(Told.of(file, workbook).text())
        .isEqualTo(Told.of(table.pipeline(), workbook).text());
  }
}
