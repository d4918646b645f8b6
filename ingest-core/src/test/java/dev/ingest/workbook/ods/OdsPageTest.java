package dev.ingest.workbook.ods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.page.PageTable;
import dev.ingest.page.PageTable.Row;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cells of documents on the page of semantics; {@code v} stands for the value's type. */
class OdsPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cells(Row row) {
    assertThat(read(row)).isEqualTo(row.code(1));
  }

  static List<Row> cells() {
    return PageTable.rows("cells of documents");
  }

  private static String read(Row row) {
    String xml = row.code(0);
    int end = xml.indexOf('>');
    String attributes = xml.substring("<c".length(), end).replace(" v=", " office:value-type=");
    String content = xml.substring(end + 1, xml.length() - "</c>".length());
    try {
      String cells = SheetText.of(Ods.cell(attributes, content));
      return cells.isEmpty() ? "(blank)" : cells.substring("A1 ".length()).replace("\n", "↵");
    } catch (WorkbookException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
