package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.CellStyle;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The XML of a cell as the part has it, letter for letter. */
class StoredCellsTest {

  private static final String PART = "xl/worksheets/sheet1.xml";

  private static Optional<CellSource> source(WorkbookBuilder workbook, int row, int column) {
    try (Workbook open =
        Workbook.open(WorkbookSource.of("a.xlsx", workbook.bytes()), ReadOptions.defaults())) {
      return open.sheets().get(0).source(row, column);
    }
  }

  private static String xml(String row) {
    return source(WorkbookBuilder.workbook().sheet("data").rawRow(row), 1, 2)
        .map(CellSource::text)
        .orElse("none");
  }

  @Test
  void theElementIsGivenAsItIsWritten() {
    assertThat(xml("<row r=\"1\"><c r='B1'  t=\"n\" ><!-- five --><v> 5\r\n</v></c><c/></row>"))
        .isEqualTo("<c r='B1'  t=\"n\" ><!-- five --><v> 5\r\n</v></c>");
    assertThat(xml("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"1\"/></row>"))
        .isEqualTo("<c r=\"B1\" s=\"1\"/>");
    assertThat(xml("<row><c><v>1</v></c><c><f>A1&amp;\"x\"</f><v>1</v></c></row>"))
        .isEqualTo("<c><f>A1&amp;\"x\"</f><v>1</v></c>");
    assertThat(xml("<row><c r=\"C1\"><v>1</v></c></row>")).isEqualTo("none");
    assertThat(xml("<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>")).isEqualTo("none");
  }

  @Test
  void aSharedStringAndAStyleAreGivenToo() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("one", new CellXml("s=\"2\" t=\"s\"", "<v>1</v>"), "two");

    assertThat(source(workbook, 1, 2))
        .contains(
            new CellSource(
                PART,
                "<c r=\"B1\" s=\"2\" t=\"s\"><v>1</v></c>",
                Optional.of("<si><t>two</t></si>"),
                Optional.of(
                    new CellStyle(2, 165, Optional.of("yyyy\\-mm\\-dd\\ hh:mm:ss"), false))));
  }

  @Test
  void aWorkbookWithoutStylesAndAnIndexWithoutStringAreShownAsTheyAre() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(new CellXml("t=\"s\"", "<v>77</v>"))
            .without("xl/styles.xml")
            .edit(
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replaceAll("<Relationship [^>]*styles[^>]*/>", ""));

    assertThat(source(workbook, 1, 1))
        .contains(
            new CellSource(
                PART,
                "<c r=\"A1\" t=\"s\"><v>77</v></c>",
                Optional.empty(),
                Optional.of(new CellStyle(0, 0, Optional.of("General"), true))));
  }

  /** The reader's buffer holds 16,384 characters: elements lie across its end wherever they can. */
  @Test
  void anElementMayLieAcrossTheEndOfTheBuffer() {
    for (int before = 16_384 - 400; before < 16_384; before += 7) {
      String comment = "<!--" + "x".repeat(before) + "-->";
      String cell = "<c r=\"B1\" t=\"inlineStr\"><is><t>äöü " + before + "</t></is></c>";

      assertThat(xml("<row r=\"1\"><c r=\"A1\"/>" + comment + cell + "</row>")).isEqualTo(cell);
    }
  }
}
