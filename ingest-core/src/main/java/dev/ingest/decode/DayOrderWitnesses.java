package dev.ingest.decode;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the cells of one column tell of the order of day and month. Shown all cells of the
 * column, it finds the order if one of them is a witness for it, such as 13/4/2020, and none is for
 * the other order. Not thread-safe.
 */
public final class DayOrderWitnesses {

  private @Nullable CellAddress dayFirst;
  private @Nullable CellAddress monthFirst;

  /** Starts with none. */
  public DayOrderWitnesses() {}

  /** Looks at a cell of the column. */
  public void look(Cell cell, CellAddress at) {
    NumericDate date =
        cell.kind() == CellKind.TEXT ? NumericDate.of(Texts.trim(cell.text())) : null;
    DayOrder witness = date == null ? null : date.witness();
    if (witness == DayOrder.DAY_FIRST && dayFirst == null) {
      dayFirst = at;
    } else if (witness == DayOrder.MONTH_FIRST && monthFirst == null) {
      monthFirst = at;
    }
  }

  /** Returns what the cells so far tell. */
  public DayOrderFinding finding() {
    return new DayOrderFinding(dayFirst, monthFirst);
  }
}
