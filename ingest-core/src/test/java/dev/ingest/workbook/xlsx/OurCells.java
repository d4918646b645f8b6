package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.Map;
import java.util.TreeMap;

/** A workbook as this project reads it, in the form of {@link PoiCells}. */
final class OurCells {

  private OurCells() {}

  static Map<String, Object> of(byte[] xlsx) {
    Map<String, Object> all = new TreeMap<>();
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults())) {
      for (Sheet sheet : workbook.sheets()) {
        all.put(sheet.name(), sheet.visibility().name());
        try (SheetRows rows = sheet.rows()) {
          for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            read(sheet.name(), row, all);
          }
        }
      }
    }
    return all;
  }

  private static void read(String sheet, SheetRow row, Map<String, Object> all) {
    if (row.hidden()) {
      all.put(sheet + " row " + row.number(), "hidden");
    }
    for (int i = 0; i < row.size(); i++) {
      CellValue value = row.at(i).snapshot();
      if (!(value instanceof CellValue.Blank)) {
        String address = CellAddress.columnName(row.at(i).column()) + row.number();
        all.put(sheet + "!" + address, value);
      }
    }
  }
}
