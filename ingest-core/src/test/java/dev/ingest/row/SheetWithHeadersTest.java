package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.problem.RefusedFileException;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import org.junit.jupiter.api.Test;

class SheetWithHeadersTest {

  record Sale(String city, @Column(header = "Amount", aliases = "sum") double amount) {}

  @Test
  void theOneSheetThatHasThemIsFoundWhereverTheyStand() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .sheet("cover")
            .row("Sales of the year")
            .sheet("old", "hidden")
            .row("city", "amount")
            .sheet("sales")
            .row("exported today")
            .rowAt(4, "SUM", "note", "City");

    assertThat(select(workbook)).isEqualTo("sales");
  }

  @Test
  void noneAndSeveralAreNotOne() {
    WorkbookBuilder two =
        WorkbookBuilder.workbook()
            .sheet("a")
            .row("city", "amount")
            .sheet("b")
            .row("x")
            .sheet("c")
            .row("amount", "city");
    WorkbookBuilder none =
        WorkbookBuilder.workbook().sheet("a").row("city").sheet("b").sheet("c", "hidden");

    assertRefused(two, "found \"a\", \"c\"");
    assertRefused(none, "found none among \"a\", \"b\"");
    assertRefused(WorkbookBuilder.workbook().sheet("c", "hidden"), "found no visible sheet");
  }

  @Test
  void theOnlyVisibleSheetSaysWhatItLacks() {
    WorkbookBuilder one =
        WorkbookBuilder.workbook().sheet("a").row("city", "amounts").sheet("b", "hidden");

    assertThatThrownBy(() -> select(one))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            "sheet \"a\": expected the header \"Amount\", found in row 1 only \"city\", \"amounts\";"
                + " did you mean \"amounts\"? declare it as an alias");
  }

  private static void assertRefused(WorkbookBuilder workbook, String found) {
    assertThatThrownBy(() -> select(workbook))
        .isInstanceOf(WorkbookException.class)
        .hasMessage(
            "book.xlsx: expected one visible sheet with the headers \"city\", \"Amount\", "
                + found
                + "; name the sheet to read");
  }

  private static String select(WorkbookBuilder builder) {
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults())) {
      return workbook.sheet(new SheetWithHeaders(RowSchema.of(Sale.class))).name();
    }
  }
}
