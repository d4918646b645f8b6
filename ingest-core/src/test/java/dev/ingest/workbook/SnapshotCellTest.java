package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A copied cell answers as the cell did, after its row is gone. */
class SnapshotCellTest {

  private static final byte[] WORKBOOK =
      WorkbookBuilder.workbook()
          .date1904()
          .sheet("data")
          .row(
              "UK",
              0.5,
              LocalDate.of(2020, 2, 1),
              true,
              CellError.NA,
              CellXml.uncalculated("A1+1"),
              CellXml.of(""),
              -1)
          .row("other")
          .bytes();

  @Test
  void eachKindKeepsItsValueAndWhatTheFileStores() {
    List<Cell> copies = copies();

    assertThat(copies)
        .extracting(Cell::column, Cell::kind, Cell::raw, Cell::snapshot)
        .map(Object::toString)
        .containsExactly(
            "(11, TEXT, \"UK\", Text[value=UK])",
            "(12, NUMBER, \"0.5\", Numeric[value=0.5])",
            "(13, DATE, \"42400\", DateSerial[days=42400.0, system=BASE_1904])",
            "(14, LOGICAL, \"TRUE\", Logical[value=true])",
            "(15, ERROR, \"#N/A\", ErrorValue[code=NA])",
            "(16, UNCALCULATED, \"A1+1\", Uncalculated[formula=A1+1])",
            "(17, BLANK, \"\", Blank[])",
            "(18, NUMBER, \"-1\", Numeric[value=-1.0])");
    assertThat(copies.get(0).text()).isEqualTo("UK");
    assertThat(copies.get(1).number()).isEqualTo(0.5);
    assertThat(copies.get(1).dateTime()).hasToString("1904-01-01T12:00");
    assertThat(copies.get(2).number()).isEqualTo(42_400);
    assertThat(copies.get(2).dateTime()).hasToString("2020-02-01T00:00");
    assertThat(copies.get(3).logical()).isTrue();
    assertThat(copies.get(4).error()).isEqualTo(ExcelError.NA);
    assertThatThrownBy(() -> copies.get(7).dateTime()).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aValueOfAnotherKindIsAMistakeOfTheCaller() {
    List<Cell> copies = copies();

    assertThatThrownBy(() -> copies.get(0).number())
        .hasMessage("asked for the number of a cell that holds: text");
    assertThatThrownBy(() -> copies.get(1).text())
        .hasMessage("asked for the text of a cell that holds: number");
    assertThatThrownBy(() -> copies.get(0).logical())
        .hasMessage("asked for the boolean of a cell that holds: text");
    assertThatThrownBy(() -> copies.get(0).error())
        .hasMessage("asked for the error of a cell that holds: text");
    assertThatThrownBy(() -> copies.get(6).dateTime())
        .hasMessage("asked for the date of a cell that holds: blank");
  }

  private static List<Cell> copies() {
    List<Cell> copies = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", WORKBOOK), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      SheetRow row = rows.next();
      for (int column = 1; row != null && column <= 8; column++) {
        copies.add(row.cell(column).copyTo(10 + column));
      }
      rows.next();
    }
    return copies;
  }
}
