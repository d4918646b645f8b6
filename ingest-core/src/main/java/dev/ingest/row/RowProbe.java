package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RowReader} makes of one row of a sheet, cell by cell. It is found by the reader
 * itself, which reads the sheet up to that row: for explanations, not for rows. Immutable.
 *
 * @param header how the columns were found
 * @param cells one for each column of the schema, in its order; none where the file stores no such
 *     row, or it is not below the header
 * @param outcome what becomes of the row; empty where there are no cells, and where the file is
 *     refused before it comes to that
 * @param refusals why the file is refused by this row or one above it
 * @param <R> the rows' type
 */
public record RowProbe<R>(
    HeaderMatch header,
    List<CellFinding> cells,
    Optional<RowOutcome<R>> outcome,
    List<Problem> refusals) {

  /** Keeps its own copies. */
  public RowProbe {
    cells = List.copyOf(cells);
    refusals = List.copyOf(refusals);
  }

  /**
   * Reads a sheet up to a row.
   *
   * @param number the row's, counted from 1
   * @throws RefusedFileException if the header cannot be taken
   */
  public static <R> RowProbe<R> of(
      Sheet sheet,
      RowSchema<R> schema,
      List<RowFilter<R>> filters,
      List<RowRule> rules,
      int number) {
    try (RowReader<R> reader = RowReader.open(sheet, schema, filters, rules)) {
      return new Reading<>(reader).upTo(number);
    }
  }

  /** One reading. Past a refusal the rows are not judged, since the run ends there. */
  private static final class Reading<R> {

    private final RowReader<R> reader;
    private final List<Problem> refusals = new ArrayList<>();
    private @Nullable RowOutcome<R> outcome;

    Reading(RowReader<R> reader) {
      this.reader = reader;
    }

    RowProbe<R> upTo(int number) {
      SheetRow row = reader.advance();
      while (row != null && row.number() < number) {
        judge(row);
        row = reader.advance();
      }
      if (row == null || row.number() > number) {
        return new RowProbe<>(reader.header(), List.of(), Optional.empty(), refusals);
      }
      judge(row);
      return new RowProbe<>(reader.header(), findings(row), Optional.ofNullable(outcome), refusals);
    }

    private void judge(SheetRow row) {
      outcome = null;
      try {
        if (refusals.isEmpty()) {
          outcome = reader.judge(row);
        } else {
          reader.cells().start(row);
        }
      } catch (RefusedFileException refused) {
        refusals.addAll(refused.problems());
      }
    }

    private List<CellFinding> findings(SheetRow row) {
      RowCells cells = reader.cells();
      cells.start(row);
      List<CellFinding> findings = new ArrayList<>();
      List<ColumnSchema<?>> columns = reader.schema().columns();
      for (int i = 0; i < columns.size(); i++) {
        findings.add(finding(cells, i, columns.get(i)));
      }
      return findings;
    }

    private static CellFinding finding(RowCells cells, int index, ColumnSchema<?> column) {
      int before = cells.problems().size();
      Object value = cells.decode(index);
      List<Problem> problems = cells.problems();
      Cell cell = cells.filled(index);
      return new CellFinding(
          column,
          cell.copyTo(cell.column()),
          value,
          cells.reason(index),
          problems.size() > before ? problems.get(before) : null);
    }
  }
}
