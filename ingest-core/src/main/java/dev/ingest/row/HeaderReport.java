package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the header of a sheet is to a schema, sound or not: the row that was chosen and why, how
 * each column matched, what was probably meant, and all problems at once. Immutable.
 *
 * @param sheet the sheet's name
 * @param row the row that was chosen, or came nearest; 0 where there is none
 * @param why why this row: {@code it is the first of the first 50 rows that holds all columns}
 * @param columns one for each column of the schema, in its order
 * @param unexpected headers that no column asked for
 * @param problems what is wrong; empty where the table can be read
 */
public record HeaderReport(
    String sheet,
    int row,
    String why,
    List<ColumnMatch> columns,
    List<Unexpected> unexpected,
    List<Problem> problems) {

  /**
   * A column and the cells that head it.
   *
   * @param column the schema's name
   * @param expected the header that was looked for; empty where the column is read by position
   * @param cells one if all is well; none where it is missing, several where it is doubled
   * @param didYouMean the header that was probably meant, where it is missing; never applied
   */
  public record ColumnMatch(
      String column, String expected, List<Binding> cells, Optional<String> didYouMean) {

    /** Keeps its own copy. */
    public ColumnMatch {
      cells = List.copyOf(cells);
    }
  }

  /** Keeps its own copies. */
  public HeaderReport {
    columns = List.copyOf(columns);
    unexpected = List.copyOf(unexpected);
    problems = List.copyOf(problems);
  }

  /** Looks at the header of a sheet; never refuses it. */
  public static HeaderReport of(Sheet sheet, RowSchema<?> schema) {
    try (SheetRows rows = sheet.rows()) {
      return new HeaderSearch(sheet, schema).report(rows);
    }
  }

  /** Returns whether the table can be read. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /**
   * Returns where in the sheet the columns are, in the schema's order, counted from 1; a column
   * that has no cell is beyond the grid.
   */
  public List<Integer> positions() {
    List<Integer> positions = new ArrayList<>();
    for (ColumnMatch match : columns) {
      List<Binding> cells = match.cells();
      positions.add(cells.isEmpty() ? CellAddress.MAX_COLUMN + 1 : cells.get(0).cell().column());
    }
    return List.copyOf(positions);
  }

  /** Returns the report as lines for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(sheet);
    text.append(row == 0 ? ": no header row, " : ": header in row " + row + ", ").append(why);
    for (ColumnMatch match : columns) {
      text.append("\n  ").append(match.column()).append(": ").append(words(match));
    }
    for (Unexpected other : unexpected) {
      text.append("\n  (unused) ").append(quoted(other.header())).append(" at ");
      text.append(other.cell().a1());
    }
    problems.forEach(problem -> text.append("\n  ").append(problem.describe()));
    return text.toString();
  }

  private static String words(ColumnMatch match) {
    if (match.cells().isEmpty()) {
      return match
          .didYouMean()
          .map(near -> "missing; did you mean " + quoted(near) + "?")
          .orElse("missing");
    }
    StringBuilder text = new StringBuilder();
    for (Binding cell : match.cells()) {
      text.append(text.isEmpty() ? "" : " and ").append(quoted(cell.header())).append(" at ");
      text.append(cell.cell().a1()).append(", ").append(cell.how().label());
    }
    return text.toString();
  }

  private static String quoted(String header) {
    return '"' + Problem.shortened(header) + '"';
  }
}
