package dev.ingest.explain;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a sheet, whatever table it belongs to.
 *
 * @param cell a copy; null where the file does not store its row
 * @param hidden whether its row is hidden
 */
record StoredCell(Sheet sheet, CellAddress at, @Nullable Cell cell, boolean hidden) {

  /** Reads a sheet up to a cell. */
  static StoredCell read(Sheet sheet, CellAddress at) {
    try (SheetRows rows = sheet.rows()) {
      SheetRow row = rows.next();
      while (row != null && row.number() < at.row()) {
        row = rows.next();
      }
      return row == null || row.number() > at.row()
          ? new StoredCell(sheet, at, null, false)
          : new StoredCell(sheet, at, row.cell(at.column()).copyTo(at.column()), row.hidden());
    }
  }

  /** Returns what is to be known of the cell before any column is asked. */
  List<String> remarks(boolean stored) {
    List<String> remarks = new ArrayList<>();
    if (sheet.visibility() != Sheet.Visibility.VISIBLE) {
      remarks.add("the sheet is hidden");
    }
    if (cell == null) {
      remarks.add("the file stores no row " + at.row() + ", or nothing in it");
    } else if (!stored) {
      remarks.add("the file stores nothing in this cell");
    }
    if (hidden) {
      remarks.add("row " + at.row() + " is hidden");
    }
    for (CellRange area : sheet.merged()) {
      if (area.contains(at.row(), at.column())) {
        remarks.add(merged(area));
      }
    }
    return remarks;
  }

  private String merged(CellRange area) {
    CellAddress first = new CellAddress(at.sheet(), area.firstRow(), area.firstColumn());
    return first.equals(at)
        ? "it is the first cell of the merged area " + area
        : "it lies in the merged area " + area + ", which shows the value of " + first;
  }
}
