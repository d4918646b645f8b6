package dev.ingest.workbook.ods;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.SheetRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A row; the repetitions of one row element share its cells.
 *
 * @param cells in ascending order of column
 */
record OdsRow(int number, boolean hidden, List<OdsCell> cells) implements SheetRow {

  /** Returns the same row, one further down. */
  OdsRow repeated() {
    return new OdsRow(number + 1, hidden, cells);
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public Cell at(int index) {
    return cells.get(index);
  }

  @Override
  public Cell cell(int column) {
    OdsCell blank = new OdsCell(column, OdsValue.BLANK, OdsDates.DEFAULT);
    int at = Collections.binarySearch(cells, blank, Comparator.comparingInt(OdsCell::column));
    return at < 0 ? blank : cells.get(at);
  }
}
