package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.row.FillMerged;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.row.SheetWithHeaders;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page on what a workbook means here. */
class SheetsExampleTest {

  // region: fill
  record Visit(@FillMerged String city, @FillMerged LocalDate day, String guest) {}

  // endregion

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private static final byte[] WORKBOOK =
      WorkbookBuilder.workbook()
          .sheet("data")
          .row("city", "day", "guest")
          .row("UK", DAY, "a")
          .row(null, null, "b")
          .sheet("my data")
          .sheet("notes")
          .edit("xl/worksheets/sheet1.xml", WorkbookParts.merged("A2:A3", "B2:B3"))
          .part(
              "xl/worksheets/_rels/sheet1.xml.rels",
              WorkbookParts.relationships("table", "../tables/t1.xml"))
          .part(
              "xl/tables/t1.xml",
              WorkbookParts.table("displayName=\"sales\" ref=\"A1:C2\"", "city", "day", "guest"))
          .bytes();

  @Test
  void selectorsSelectWhatTheyName() {
    // region: select
    SheetSelector sheet = SheetSelector.named("data");
    SheetSelector range = SheetSelector.range("'my data'!B3:E200");
    SheetSelector table = SheetSelector.name("sales");
    SheetSelector found = new SheetWithHeaders(RowSchema.of(Visit.class));
    SheetSelector typed = SheetSelector.parse("data!A:D");
    // endregion

    assertThat(List.of(shown(sheet), shown(range), shown(table), shown(found), shown(typed)))
        .containsExactly("data", "'my data'!B3:E200", "data!A1:C2", "data", "data!A1:D1048576");
  }

  @Test
  void mergedCellsAreFilled() {
    List<Visit> visits = new ArrayList<>();
    try (Workbook workbook = open();
        RowReader<Visit> rows =
            RowReader.open(
                workbook.sheet(SheetSelector.named("data")), RowSchema.of(Visit.class))) {
      for (RowOutcome<Visit> row : rows) {
        if (row instanceof Accepted<Visit> accepted) {
          visits.add(accepted.value());
        }
      }
    }

    assertThat(visits).containsExactly(new Visit("UK", DAY, "a"), new Visit("UK", DAY, "b"));
  }

  private static String shown(SheetSelector selector) {
    try (Workbook workbook = open()) {
      Sheet sheet = workbook.sheet(selector);
      return sheet.range().map(Object::toString).orElse(sheet.name());
    }
  }

  private static Workbook open() {
    return Workbook.open(WorkbookSource.of("book.xlsx", WORKBOOK), ReadLimits.defaults());
  }
}
