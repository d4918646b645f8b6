package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.random.Told;
import dev.ingest.row.DynamicRow;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which numbers a report warns of, whichever way the rows go. */
class LongNumbersPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void longNumbers(Row row) {
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("id", "value");
    row.codes(1).forEach(cell -> sheet.row("x", EnteredCell.of(cell)));

    assertThat(Told.of(pipeline(row.code(0)), sheet.bytes()).report().warnings())
        .isEqualTo(row.codes(2));
  }

  static List<Row> longNumbers() {
    return PageTable.rows("numbers of more than 15 digits");
  }

  private static Pipeline<DynamicRow> pipeline(String declared) {
    return PipelineFile.parse(
        "page.yaml",
        """
        name: page
        columns: [{ name: id, type: text }, { name: value, type: %s }]
        load: { table: page, append: true }
        """
            .formatted(declared));
  }
}
