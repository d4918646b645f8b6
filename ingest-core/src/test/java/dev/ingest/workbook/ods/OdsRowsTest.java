package dev.ingest.workbook.ods;

import static dev.ingest.workbook.ods.Ods.blank;
import static dev.ingest.workbook.ods.Ods.number;
import static dev.ingest.workbook.ods.Ods.row;
import static dev.ingest.workbook.ods.Ods.table;
import static dev.ingest.workbook.ods.Ods.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a value stands, however its row and cell are repeated, wrapped and hidden. */
class OdsRowsTest {

  private static final String WHERE = "book.xlsx: content.xml, line 1: expected ";
  private static final String ADVICE = "; ask the sender for the file again";

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(row(text("UK") + number("1")), "A1 \"UK\", B1 1"),
        Arguments.of(row(blank(2) + number("1") + blank(16381)), "C1 1"),
        Arguments.of(
            row(repeated("columns", 3, number("1")) + text("x")), "A1 1, B1 1, C1 1, D1 \"x\""),
        Arguments.of(
            repeated("rows", 3, row(text("UK"))) + row(number("1")),
            "A1 \"UK\"\nA2 \"UK\"\nA3 \"UK\"\nA4 1"),
        Arguments.of(
            repeated("rows", 1_048_575, row(blank(16384))) + row(number("1")), "A1048576 1"),
        Arguments.of(
            row(number("1")) + repeated("rows", 4_294_967_296L, row(blank(99_999))), "A1 1"),
        Arguments.of(row("") + row(blank(5)) + row(number("1")), "A3 1"),
        Arguments.of(row(blank(16383) + number("1") + blank(1_000_000)), "XFD1 1"),
        Arguments.of(
            "<table:table-header-rows>"
                + row(text("h"))
                + "</table:table-header-rows>"
                + "<table:table-rows>"
                + row(number("1"))
                + "</table:table-rows>",
            "A1 \"h\"\nA2 1"),
        Arguments.of(
            row(number("1"))
                    .replace("<table:table-row", "<table:table-row table:visibility='collapse'")
                + row(number("2"))
                    .replace("<table:table-row", "<table:table-row table:visibility='filter'")
                + row(number("3"))
                    .replace("<table:table-row", "<table:table-row table:visibility='visible'"),
            "A1 1 (hidden)\nA2 2 (hidden)\nA3 3"),
        Arguments.of(
            "<table:table-row-group table:display='false'><table:table-row-group>"
                + row(number("1"))
                + "</table:table-row-group></table:table-row-group><table:table-row-group>"
                + row(number("2"))
                + "</table:table-row-group>",
            "A1 1 (hidden)\nA2 2"),
        Arguments.of(
            row(
                text("a")
                    + "<table:covered-table-cell"
                    + " office:value-type='float' office:value='7'/>"
                    + number("1")),
            "A1 \"a\", B1 7, C1 1"),
        Arguments.of(
            "<table:title>t</table:title><table:shapes><table:table table:name='in a chart'>"
                + row(number("9"))
                + "</table:table></table:shapes><table:table-column table:number-columns-repeated='3'/>"
                + row(number("1"))
                + "<x:y xmlns:x='urn:x'><table:table-row>"
                + number("9")
                + "</table:table-row></x:y>",
            "A1 1"));
  }

  private static String repeated(String what, long times, String element) {
    return element.replaceFirst(" |>|/", " table:number-" + what + "-repeated='" + times + "'$0");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aValueStandsWhereTheDocumentPutsIt(String rows, String cells) {
    assertThat(SheetText.of(Ods.rows(rows))).isEqualTo(cells);
  }

  @Test
  void seventeenBillionCellsAreRefusedAtTheLimit() {
    byte[] ods =
        Ods.rows(repeated("rows", 1_048_576, row(repeated("columns", 16384, number("1")))));

    assertThat(ods).hasSizeLessThan(1500);
    assertThat(cellsBefore(ods, ReadLimits.defaults().withCells(100_000)))
        .isEqualTo(
            "98304 cells, then "
                + WHERE
                + "at most 100,000 cells, found more; raise the limit with ReadLimits.withCells if"
                + " the file is sound");
  }

  private static String cellsBefore(byte[] ods, ReadLimits limits) {
    long cells = 0;
    try (Workbook workbook = Workbook.open(WorkbookSource.of("book.xlsx", ods), limits);
        SheetRows rows = workbook.sheets().get(0).rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        cells += row.size();
      }
      return cells + " cells";
    } catch (RuntimeException refusal) {
      return cells + " cells, then " + refusal.getMessage();
    }
  }

  @Test
  void valuesPastTheGridAreRefused() {
    assertThat(SheetText.refusal(Ods.rows(row(blank(16384) + number("1")))))
        .isEqualTo(WHERE + "values in columns up to XFD, found one past them" + ADVICE);
    assertThat(SheetText.refusal(Ods.rows(repeated("rows", 1_048_576, row("")) + row(number("1")))))
        .isEqualTo(WHERE + "values in rows up to 1048576, found one past them" + ADVICE);
    assertThat(SheetText.refusal(Ods.rows(row("") + repeated("rows", 1_048_576, row(number("1"))))))
        .isEqualTo(WHERE + "values in rows up to 1048576, found one past them" + ADVICE);
    assertThat(SheetText.refusal(Ods.rows(row(blank(20000) + number("x")))))
        .isEqualTo(WHERE + "a number, found \"x\"" + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "1.0", "999999999999999999"})
  void aRepetitionThatIsNoCountIsRefused(String count) {
    String rows = "<table:table-row table:number-rows-repeated='" + count + "'/>";

    assertThat(SheetText.refusal(Ods.rows(rows)))
        .isEqualTo(WHERE + "a positive number-rows-repeated, found \"" + count + "\"" + ADVICE);
  }

  @Test
  void aCellIsFoundByItsColumn() {
    byte[] ods =
        Ods.rows(row(blank(1) + repeated("columns", 3, number("1")) + blank(1) + text("x")));
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.ods", ods), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      SheetRow row = rows.next();

      assertThat(row.size()).isEqualTo(4);
      assertThat(row.cell(1).kind()).isEqualTo(CellKind.BLANK);
      assertThat(row.cell(3).number()).isEqualTo(1);
      assertThat(row.cell(5).kind()).isEqualTo(CellKind.BLANK);
      assertThat(row.cell(6).text()).isEqualTo("x");
      assertThat(row.cell(16384).column()).isEqualTo(16384);
      assertThat(rows.next()).isNull();
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void sheetsAreReadInAnyOrderAndAgain() {
    byte[] ods =
        Ods.body(
                table("a", row(text("a1")) + row(text("a2")))
                    + table("b", row(text("b1")) + row(text("b2")))
                    + table("c", row(text("c1"))))
            .bytes();
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.ods", ods), ReadLimits.defaults())) {
      Sheet a = workbook.sheets().get(0);
      Sheet b = workbook.sheets().get(1);
      Sheet c = workbook.sheets().get(2);

      assertThat(SheetText.of(c)).isEqualTo("A1 \"c1\"");
      assertThat(firstOf(a)).isEqualTo("a1");
      assertThat(firstOf(b)).as("after a pass that was left early").isEqualTo("b1");
      assertThat(SheetText.of(b)).isEqualTo("A1 \"b1\"\nA2 \"b2\"");
      assertThat(SheetText.of(c)).isEqualTo("A1 \"c1\"");
      try (SheetRows ofA = a.rows();
          SheetRows ofB = b.rows()) {
        assertThat(textOf(ofA)).isEqualTo("a1");
        assertThat(textOf(ofB)).isEqualTo("b1");
        assertThat(textOf(ofA)).as("two at once").isEqualTo("a2");
      }
    }
  }

  private static String firstOf(Sheet sheet) {
    try (SheetRows rows = sheet.rows()) {
      return textOf(rows);
    }
  }

  private static String textOf(SheetRows rows) {
    return rows.next().at(0).text();
  }
}
