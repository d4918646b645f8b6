package dev.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which row of a sheet is taken for the header of its table. */
class TableHeaderTest {

  @Test
  void theFirstRowOfTextsAboveARowThatItCovers() {
    assertThat(header(sheet().row("id", "city").row(1, "Ulm")))
        .contains(new TableHeader(1, Map.of(1, "id", 2, "city"), false));
  }

  @Test
  void aTitleIsNarrowerThanTheTableUnderIt() {
    assertThat(row(sheet().row("Report").row("id", "city").row(1, "Ulm"))).isEqualTo(2);
    assertThat(row(sheet().row("Report", "draft").row("id", "city", "day").row(1, "Ulm", 2)))
        .isEqualTo(2);
    assertThat(row(sheet().row("Report", "draft").row().row("id", "city").row(1, "Ulm")))
        .isEqualTo(3);
  }

  @Test
  void aRowOfDataWithANoteBesideItIsStillData() {
    assertThat(row(sheet().row("id", "city").row(1, "Ulm", "check this"))).isEqualTo(1);
  }

  @Test
  void aLineOfGroupsMayStandBetween() {
    assertThat(row(sheet().row(null, "id", "city").row("Southern cities").row(null, 1, "Ulm")))
        .isEqualTo(1);
  }

  @Test
  void oneColumnIsATableIfNothingElseIs() {
    assertThat(row(sheet().row("id").row(1).row(2))).isEqualTo(1);
    assertThat(header(sheet().row("id").row(1, 2))).isEmpty();
  }

  @Test
  void textsThatAreAlikeNumbersAndBlanksAreNoHeader() {
    assertThat(header(sheet().row("City", " city ").row(1, 2))).isEmpty();
    assertThat(header(sheet().row("city", 2020).row(1, 2))).isEmpty();
    assertThat(header(sheet().row("city", "id"))).isEmpty();
    assertThat(header(sheet().row(" ", "\u00a0").row(1, 2))).isEmpty();
    assertThat(header(sheet())).isEmpty();
  }

  @Test
  void fiftyRowsAreLookedAt() {
    assertThat(row(sheet().rowAt(50, "id", "city").row(1, "Ulm"))).isEqualTo(50);
    assertThat(header(sheet().rowAt(51, "id", "city").row(1, "Ulm"))).isEmpty();
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static int row(WorkbookBuilder workbook) {
    return header(workbook).orElseThrow().row();
  }

  private static Optional<TableHeader> header(WorkbookBuilder workbook) {
    try (Workbook open =
        Workbook.open(WorkbookSource.of("book.xlsx", workbook.bytes()), ReadOptions.defaults())) {
      return TableHeader.find(open.sheets().get(0));
    }
  }
}
