package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.part.XmlElements;
import dev.ingest.workbook.part.XmlReader;
import java.util.Optional;

/** Finds the element of one cell, which may be repeated and stand for many: for explanations. */
final class StoredCells {

  private StoredCells() {}

  static Optional<CellSource> find(OdsWorkbook workbook, int sheet, int row, int column) {
    try (OdsCursor cursor = workbook.cursor()) {
      TableCursor table = cursor.moveTo(sheet);
      while (table.nextRow() && table.row() <= row) {
        if (row < table.row() + table.rowRepeat()) {
          return inRow(cursor.xml(), table, column);
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<CellSource> inRow(XmlReader xml, TableCursor table, int column) {
    XmlElements elements = new XmlElements(xml);
    while (table.nextCell()) {
      if (column >= table.column() && column < table.column() + table.columnRepeat()) {
        String where = xml.where();
        return Optional.of(CellSource.of(where, elements.element(StoredCells::passed).text()));
      }
      xml.skip();
    }
    return Optional.empty();
  }

  private static String passed(XmlReader xml) {
    xml.skip();
    return "";
  }
}
