package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SheetSelectorTest {

  private static final byte[] THREE_SHEETS =
      WorkbookBuilder.workbook()
          .sheet("Data")
          .sheet("Notes", "hidden")
          .sheet("Cache", "veryHidden")
          .bytes();

  @Test
  void aNameIsFoundInAnyCaseEvenWhenHidden() {
    assertSelects(SheetSelector.named("data"), "Data");
    assertSelects(SheetSelector.named("CACHE"), "Cache");
  }

  @Test
  void aPositionCountsFromOne() {
    assertSelects(SheetSelector.at(1), "Data");
    assertSelects(SheetSelector.at(3), "Cache");
  }

  @Test
  void aPatternMatchesTheWholeName() {
    assertSelects(SheetSelector.matching(Pattern.compile("D.*")), "Data");
  }

  @Test
  void theOnlyVisibleSheet() {
    assertSelects(SheetSelector.onlyVisible(), "Data");
  }

  @Test
  void aRefusalListsTheSheetsAndGuesses() {
    String found = "found \"Data\", \"Notes\" (hidden), \"Cache\" (veryHidden)";

    assertRefuses(
        SheetSelector.named("date"),
        "book.xlsx: expected a sheet named \"date\", " + found + "; did you mean \"Data\"?");
    assertRefuses(
        SheetSelector.named("metrics"),
        "book.xlsx: expected a sheet named \"metrics\", " + found + "; name the sheet to read");
    assertRefuses(
        SheetSelector.at(4),
        "book.xlsx: expected a sheet at position 4, " + found + "; name the sheet to read");
    assertRefuses(
        SheetSelector.matching(Pattern.compile(".*a.*")),
        "book.xlsx: expected one sheet whose name matches .*a.*, "
            + found
            + "; name the sheet to read");
  }

  @Test
  void severalVisibleSheetsAreNotOne() {
    byte[] two = WorkbookBuilder.workbook().sheet("a").sheet("b").bytes();

    assertThatThrownBy(() -> select(two, SheetSelector.onlyVisible()))
        .hasMessage(
            "book.xlsx: expected exactly one visible sheet, found \"a\", \"b\"; name the sheet to read");
  }

  @Test
  void aWorkbookWithoutSheetsSaysSo() {
    assertThatThrownBy(
            () -> select(WorkbookBuilder.workbook().bytes(), SheetSelector.named("data")))
        .hasMessage(
            "book.xlsx: expected a sheet named \"data\", found no sheet at all; name the sheet to read");
  }

  private static void assertSelects(SheetSelector selector, String name) {
    assertThat(select(THREE_SHEETS, selector)).isEqualTo(name);
  }

  private static void assertRefuses(SheetSelector selector, String message) {
    assertThatThrownBy(() -> select(THREE_SHEETS, selector))
        .isInstanceOfSatisfying(
            WorkbookException.class,
            refusal ->
                assertThat(refusal.reason()).isEqualTo(WorkbookException.Reason.NO_SUCH_SHEET))
        .hasMessage(message);
  }

  private static String select(byte[] workbook, SheetSelector selector) {
    try (Workbook open =
        Workbook.open(WorkbookSource.of("book.xlsx", workbook), ReadLimits.defaults())) {
      return open.sheet(selector).name();
    }
  }
}
