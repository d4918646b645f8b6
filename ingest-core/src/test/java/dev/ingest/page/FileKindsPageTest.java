package dev.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.page.PageTable.Row;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of files that are no workbooks. */
class FileKindsPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void files(Row row) {
    assertThat(said(row.code(0))).isEqualTo(row.code(1));
  }

  static List<Row> files() {
    return PageTable.rows("what is no workbook");
  }

  private static String said(String file) {
    byte[] bytes = file.equals("(empty)") ? new byte[0] : file.replace('↵', '\n').getBytes(UTF_8);
    try (Workbook open =
        Workbook.open(WorkbookSource.of("a.xlsx", bytes), ReadOptions.defaults())) {
      return open.sheets().size() == 1 ? "(read as text)" : "(read)";
    } catch (WorkbookException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
