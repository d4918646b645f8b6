package dev.ingest.proposal;

import dev.ingest.workbook.CellAddress;

/**
 * A column of a sheet.
 *
 * @param column counted from 1
 */
record ColumnPlace(String sheet, int column) {

  CellAddress at(int row) {
    return new CellAddress(sheet, row, column);
  }

  String letters() {
    return CellAddress.columnName(column);
  }
}
