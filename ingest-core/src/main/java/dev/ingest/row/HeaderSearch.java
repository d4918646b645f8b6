package dev.ingest.row;

import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.How;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header: the first of the first {@value #ROWS} rows of a sheet or range that holds all
 * columns that must be there, or the row that is declared. If there is none, the row that came
 * nearest is diagnosed, all of its problems at once.
 */
final class HeaderSearch {

  static final int ROWS = 50;

  private final String sheet;
  private final @Nullable CellRange range;
  private final RowSchema<?> schema;
  private final boolean strict;
  private @Nullable HeaderCandidate best;
  private boolean found;
  private int rowsRead;

  HeaderSearch(Sheet sheet, RowSchema<?> schema) {
    this.sheet = sheet.name();
    this.range = sheet.range().orElse(null);
    this.schema = schema;
    this.strict = schema.hasDefaultPolicies();
  }

  /**
   * Reads up to the header, and not beyond it.
   *
   * @throws RefusedFileException if it cannot be taken
   */
  HeaderMatch find(SheetRows rows) {
    look(rows);
    boolean sound =
        found
            && best != null
            && hasNoDoubles(best)
            && isWithinRange()
            && (best.others().isEmpty() || takesOthers());
    if (best == null || !sound) {
      throw new RefusedFileException(diagnosis().problems());
    }
    return match(best);
  }

  /** Reads up to the header, and says all that is to be said of it. */
  HeaderReport report(SheetRows rows) {
    look(rows);
    return diagnosis();
  }

  /** Says of the rows that were read all that is to be said. */
  HeaderReport diagnosis() {
    return new HeaderDiagnosis(sheet, range, schema, best, found).report();
  }

  private void look(SheetRows rows) {
    if (!strict && schema.policies().header().isNone()) {
      best = withoutRow();
      found = true;
    } else if (strict || schema.policies().header().isSearched()) {
      search(rows);
    } else {
      declared(rows, schema.policies().header().number());
    }
  }

  private void search(SheetRows rows) {
    int lastRow = (range == null ? 1 : range.firstRow()) - 1 + ROWS;
    List<HeaderCandidate> candidates = new ArrayList<>();
    SheetRow row = rows.next();
    while (row != null && row.number() <= lastRow) {
      HeaderCandidate candidate = HeaderCandidate.of(sheet, row, schema);
      if (isComplete(candidate)) {
        best = candidate;
        found = true;
        return;
      }
      candidates.add(candidate);
      rowsRead++;
      row = rows.next();
    }
    best = HeaderCandidate.nearest(candidates, schema);
  }

  private void declared(SheetRows rows, int number) {
    SheetRow row = rows.next();
    while (row != null && row.number() < number) {
      rowsRead++;
      row = rows.next();
    }
    if (row != null && row.number() == number) {
      best = HeaderCandidate.of(sheet, row, schema);
      found = isComplete(best);
    }
  }

  private HeaderCandidate withoutRow() {
    List<Binding> bindings = new ArrayList<>();
    for (ColumnSchema<?> column : schema.columns()) {
      CellAddress first = new CellAddress(sheet, 1, column.position().orElseThrow());
      bindings.add(new Binding(column.name(), "", first, How.POSITION));
    }
    return new HeaderCandidate(0, bindings, List.of());
  }

  private boolean isComplete(HeaderCandidate candidate) {
    boolean any = false;
    boolean byHeader = false;
    for (ColumnSchema<?> column : schema.columns()) {
      boolean has = candidate.has(column.name());
      byHeader |= !column.isByPosition();
      any |= has && !column.isByPosition();
      if (!has && !mayBeMissing(column, schema)) {
        return false;
      }
    }
    return any || !byHeader;
  }

  /** Returns whether a table may lack a column. */
  static boolean mayBeMissing(ColumnSchema<?> column, RowSchema<?> schema) {
    return column.nullable()
        && !schema.hasDefaultPolicies()
        && schema.policies().missing() == MissingColumn.NULL;
  }

  private boolean hasNoDoubles(HeaderCandidate candidate) {
    int columns = 0;
    for (String name : schema.names()) {
      columns += candidate.has(name) ? 1 : 0;
    }
    return candidate.bindings().size() == columns;
  }

  private boolean isWithinRange() {
    for (ColumnSchema<?> column : schema.columns()) {
      if (range != null && isOutside(column, range)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a column is read by a position that the range does not have. */
  static boolean isOutside(ColumnSchema<?> column, CellRange range) {
    int position = column.position().orElse(range.firstColumn());
    return position < range.firstColumn() || position > range.lastColumn();
  }

  private boolean takesOthers() {
    return strict || schema.policies().unexpected() != UnexpectedColumn.FAIL;
  }

  private HeaderMatch match(HeaderCandidate candidate) {
    List<Binding> ordered = new ArrayList<>();
    for (String name : schema.names()) {
      List<Binding> of = candidate.of(name);
      ordered.add(of.isEmpty() ? missing(name, candidate.row()) : of.get(0));
    }
    boolean told = strict || schema.policies().unexpected() != UnexpectedColumn.IGNORE;
    return new HeaderMatch(
        candidate.row(), rowsRead, ordered, told ? candidate.others() : List.of());
  }

  private Binding missing(String column, int row) {
    return new Binding(column, "", new CellAddress(sheet, row, 1), How.MISSING);
  }
}
