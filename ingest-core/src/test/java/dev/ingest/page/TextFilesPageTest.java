package dev.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.page.PageTable.Row;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cells of texts: {@code ↵} ends a line, {@code →} is a tab. */
class TextFilesPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void texts(Row row) {
    assertThat(read(row)).isEqualTo(row.code(1));
  }

  static List<Row> texts() {
    return PageTable.rows("text files");
  }

  private static String read(Row row) {
    String text = row.code(0).replace('↵', '\n').replace('→', '\t');
    try (Workbook open =
        Workbook.open(
            WorkbookSource.of("data.csv", text.getBytes(UTF_8)), ReadOptions.defaults())) {
      return SheetText.of(open.sheets().get(0)).replace("\n", ", ").replace(", ", " ");
    } catch (WorkbookException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
