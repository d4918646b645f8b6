package dev.ingest.page;

import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the page writes them: an {@code id} and a {@code value}, parted by a space; a hyphen is a
 * blank cell.
 */
final class WrittenRows {

  private static final String HIDDEN = "(hidden) ";

  private WrittenRows() {}

  /** Returns the sheet that has these rows below a header. */
  static byte[] workbook(List<String> rows) {
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data").row("id", "value");
    for (String row : rows) {
      if (row.startsWith(HIDDEN)) {
        sheet.hiddenRow(cells(row.substring(HIDDEN.length())));
      } else {
        sheet.row(cells(row));
      }
    }
    return sheet.bytes();
  }

  private static @Nullable Object[] cells(String row) {
    return Arrays.stream(row.split(" ", -1))
        .map(cell -> cell.equals("-") ? null : EnteredCell.of(cell))
        .toArray();
  }

  /** Returns what becomes of each row, the code of a problem, or that of the refused file. */
  static <R> List<String> fates(
      RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules, byte[] workbook) {
    List<String> fates = new ArrayList<>();
    try (Workbook open =
            Workbook.open(WorkbookSource.of("a.xlsx", workbook), ReadOptions.defaults());
        RowReader<R> reader = RowReader.open(open.sheets().get(0), schema, filters, rules)) {
      for (RowOutcome<R> row : reader) {
        fates.add(fate(row));
      }
    } catch (RefusedFileException refused) {
      fates.add(refused.problems().get(0).describe());
    }
    return fates;
  }

  private static String fate(RowOutcome<?> row) {
    return row instanceof RowOutcome.Rejected<?> rejected
        ? rejected.problems().get(0).code().name()
        : row.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
