package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A blank cell in a merged area is the area's first cell, where the column asks for that. */
class MergedCellsTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  record Visit(
      @FillMerged String city, @FillMerged LocalDate day, @FillMerged double rate, String guest) {}

  record AsItStands(@Nullable String city, @Nullable LocalDate day, String guest) {}

  record Across(@FillMerged @Nullable Integer first, @FillMerged @Nullable Integer second) {}

  @Test
  void areasGoDownTheRows() {
    WorkbookBuilder workbook =
        book()
            .row("city", "day", "rate", "guest")
            .row("UK", DAY, 0.5, "a")
            .row(null, null, 0.25, "b")
            .rowAt(5, null, null, null, "c")
            .row("FR", DAY.plusDays(1), 1, "d")
            .edit(SHEET, WorkbookParts.merged("A2:A5", "B2:B5", "C3:C5"));

    assertThat(read(workbook, Visit.class))
        .isEqualTo(
            """
            2 Visit[city=UK, day=2020-02-01, rate=0.5, guest=a]
            3 Visit[city=UK, day=2020-02-01, rate=0.25, guest=b]
            5 Visit[city=UK, day=2020-02-01, rate=0.25, guest=c]
            6 Visit[city=FR, day=2020-02-02, rate=1.0, guest=d]
            nulls {}""");
  }

  @Test
  void aColumnThatDoesNotAskReadsWhatTheFileStores() {
    WorkbookBuilder workbook =
        book()
            .row("city", "day", "guest")
            .row("UK", DAY, "a")
            .row(null, null, "b")
            .edit(SHEET, WorkbookParts.merged("A2:A3", "B2:B3"));

    assertThat(read(workbook, AsItStands.class))
        .isEqualTo(
            """
            2 AsItStands[city=UK, day=2020-02-01, guest=a]
            3 AsItStands[city=null, day=null, guest=b]
            nulls {city={blank=1}, day={blank=1}}""");
  }

  @Test
  void areasGoAcrossTheColumnsFromAnyFirstCell() {
    WorkbookBuilder workbook =
        book()
            .row("note", "first", "second")
            .row(7, null, null)
            .row(null, 8, null)
            .row(null, null, 9)
            .edit(SHEET, WorkbookParts.merged("A2:C2", "B3:C3"));

    assertThat(read(workbook, Across.class))
        .isEqualTo(
            """
            2 blank
            3 Across[first=8, second=8]
            4 Across[first=null, second=9]
            nulls {first={blank=1}}""");
  }

  @Test
  void aCellThatIsNotBlankStands() {
    WorkbookBuilder workbook =
        book()
            .row("first", "second")
            .row(1, 2)
            .row(3, 4)
            .edit(SHEET, WorkbookParts.merged("A2:A3", "B2:B3"));

    assertThat(read(workbook, Across.class))
        .isEqualTo(
            """
            2 Across[first=1, second=2]
            3 Across[first=3, second=4]
            nulls {}""");
  }

  @Test
  void aProblemOfTheFirstCellIsOneOfEachCell() {
    WorkbookBuilder workbook =
        book()
            .row("first", "second")
            .row(CellError.NA, 2)
            .row(null, 4)
            .edit(SHEET, WorkbookParts.merged("A2:A3"));

    assertThat(read(workbook, Across.class))
        .isEqualTo(
            """
            2 data!A2 (first): expected a number, found the error #N/A; mend the formula, or declare what the error means for this column
            3 data!A3 (first): expected a number, found the error #N/A; mend the formula, or declare what the error means for this column
            nulls {}""");
  }

  @Test
  void headersAreNotFilledDown() {
    WorkbookBuilder workbook =
        book().row("first", "second").row(null, 2).edit(SHEET, WorkbookParts.merged("A1:A2"));

    assertThat(read(workbook, Across.class))
        .isEqualTo(
            """
            2 Across[first=null, second=2]
            nulls {first={blank=1}}""");
  }

  @Test
  void aFirstCellThatIsNotStoredIsBlank() {
    WorkbookBuilder workbook =
        book().row("first", "second").rowAt(3, null, 2).edit(SHEET, WorkbookParts.merged("A2:A3"));

    assertThat(read(workbook, Across.class))
        .isEqualTo(
            """
            3 Across[first=null, second=2]
            nulls {first={blank=1}}""");
  }

  @Test
  void anAreaIsFilledWithinARange() {
    WorkbookBuilder workbook =
        book()
            .row("x")
            .row(null, "first", "second")
            .row(7, null, 1)
            .row(null, 8, 2)
            .row(null, null, 3)
            .edit(SHEET, WorkbookParts.merged("A3:B3", "B4:B5"));

    assertThat(read(workbook, SheetSelector.range("data!B2:C5"), Across.class))
        .isEqualTo(
            """
            3 Across[first=null, second=1]
            4 Across[first=8, second=2]
            5 Across[first=8, second=3]
            nulls {first={blank=1}}""");
  }

  @Test
  void areasThatOverlapHaveNoMeaning() {
    WorkbookBuilder workbook =
        book()
            .row("first", "second")
            .row(1, 2)
            .row(null, 3)
            .edit(SHEET, WorkbookParts.merged("A2:A3", "A3:B3"));

    assertThatThrownBy(() -> read(workbook, Across.class))
        .hasMessage(
            "expected merged areas that do not overlap, found data!A2:A3 and data!A3:B3; undo one of them");
  }

  @Test
  void aColumnSaysThatItIsFilled() {
    assertThat(RowSchema.of(Across.class))
        .hasToString(
            """
            first: Integer, nullable, merged cells filled
            second: Integer, nullable, merged cells filled""");
    assertThat(RowSchema.of(AsItStands.class).columns().get(0).withFillMerged())
        .hasToString("city: String, nullable, merged cells filled");
  }

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static WorkbookBuilder book() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static <R extends Record> String read(WorkbookBuilder builder, Class<R> type) {
    return read(builder, SheetSelector.named("data"), type);
  }

  private static <R extends Record> String read(
      WorkbookBuilder builder, SheetSelector selector, Class<R> type) {
    List<String> lines = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", builder.bytes()), ReadLimits.defaults());
        RowReader<R> rows = RowReader.open(workbook.sheet(selector), RowSchema.of(type))) {
      for (RowOutcome<R> row : rows) {
        lines.add(row.row() + " " + shown(row));
      }
      lines.add("nulls " + rows.nulls().byColumn());
    }
    return String.join("\n", lines).replaceAll("NullReason\\[label=([^]]*)]", "$1");
  }

  private static String shown(RowOutcome<?> row) {
    if (row instanceof RowOutcome.Accepted<?> accepted) {
      return accepted.value().toString();
    }
    if (row instanceof RowOutcome.Rejected<?> rejected) {
      return rejected.problems().get(0).describe();
    }
    return "blank";
  }
}
