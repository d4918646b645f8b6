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

/** How values are written, byte for byte: {@code ↵} ends a line, in a cell and in a field. */
class FieldsPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void fields(Row row) {
    Pipeline<DynamicRow> pipeline = pipeline(row.code(0));

    assertThat(row.codes(1).stream().map(cell -> field(pipeline, cell)).toList())
        .isEqualTo(row.codes(2));
  }

  static List<Row> fields() {
    return PageTable.rows("fields");
  }

  private static String field(Pipeline<DynamicRow> pipeline, String cell) {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("id", "value")
            .row("x", EnteredCell.of(cell.replace('↵', '\n')))
            .bytes();
    String csv = Told.of(pipeline, workbook).csv();
    String field = csv.substring("id,value\nx,".length(), csv.length() - 1).replace('\n', '↵');
    return field.isEmpty() ? "(nothing)" : field;
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
