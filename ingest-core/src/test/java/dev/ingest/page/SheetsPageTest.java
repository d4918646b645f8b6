package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DynamicRow;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which sheet is read. Each has a header, {@code id} where nothing else is said. */
class SheetsPageTest {

  private static final String HIDDEN = " (hidden)";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void sheets(Row row) {
    assertThat(read(row)).isEqualTo(row.code(2));
  }

  static List<Row> sheets() {
    return PageTable.rows("sheets");
  }

  private static String read(Row row) {
    WorkbookBuilder builder = WorkbookBuilder.workbook();
    row.codes(0).forEach(sheet -> add(sheet, builder));
    Pipeline<DynamicRow> pipeline = pipeline(row.code(1));
    try (Workbook open =
        Workbook.open(WorkbookSource.of("a.xlsx", builder.bytes()), ReadOptions.defaults())) {
      Sheet sheet = open.sheet(pipeline.sheet());
      return sheet.range().map(Object::toString).orElse(sheet.name());
    } catch (WorkbookException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static void add(String written, WorkbookBuilder builder) {
    boolean hidden = written.endsWith(HIDDEN);
    String[] parts = written.replace(HIDDEN, "").split(": ", -1);
    builder.sheet(parts[0], hidden ? "hidden" : "visible");
    builder.row(parts.length == 1 ? "id" : parts[1]);
  }

  private static Pipeline<DynamicRow> pipeline(String sheet) {
    return PipelineFile.parse(
        "page.yaml",
        """
        name: page
        columns: [{ name: id, type: text }]
        load: { table: page, append: true }
        %s
        """
            .formatted(sheet.equals("(none)") ? "" : "sheet: " + sheet));
  }
}
