package dev.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README; a test of the documentation compares the two. */
class ReadmeExampleTest {

  // region: read
  record Sale(String city, @Nullable BigDecimal amount, LocalDate day) {}

  void read(Path file, List<Sale> sales, List<String> problems) {
    try (Workbook workbook = Workbook.open(file);
        RowReader<Sale> rows =
            RowReader.open(workbook.sheet(SheetSelector.named("data")), RowSchema.of(Sale.class))) {
      for (RowOutcome<Sale> row : rows) {
        if (row instanceof Accepted<Sale> accepted) {
          sales.add(accepted.value());
        } else if (row instanceof Rejected<Sale> rejected) {
          rejected.problems().forEach(problem -> problems.add(problem.describe()));
        }
      }
    }
  }

  // endregion

  @Test
  void readsRecordsAndNamesTheCellsThatAreNone(@TempDir Path folder) throws IOException {
    Path file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("City", "Amount", "Day")
            .row("Lyon", 0.1 + 0.2, LocalDate.of(2024, 5, 1))
            .row("Oslo", null, LocalDate.of(2024, 5, 2))
            .row("Rome", "oops", LocalDate.of(2024, 5, 3))
            .writeTo(folder.resolve("sales.xlsx"));
    List<Sale> sales = new ArrayList<>();
    List<String> problems = new ArrayList<>();

    read(file, sales, problems);

    assertThat(sales)
        .containsExactly(
            new Sale("Lyon", new BigDecimal("0.3"), LocalDate.of(2024, 5, 1)),
            new Sale("Oslo", null, LocalDate.of(2024, 5, 2)));
    assertThat(problems)
        .containsExactly("data!B4 (amount): expected a number, found text \"oops\"");
  }
}
