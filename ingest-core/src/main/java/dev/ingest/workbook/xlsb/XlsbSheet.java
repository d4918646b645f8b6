package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.part.OpcPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One worksheet of an .xlsb. */
record XlsbSheet(
    OpcPackage parts,
    XlsbTables tables,
    String part,
    String name,
    int position,
    Visibility visibility)
    implements Sheet {

  @Override
  public Optional<CellSource> source(int row, int column) {
    return new StoredCells(parts, tables, part).find(row, column);
  }

  @Override
  public SheetRows rows() {
    return new XlsbRows(XlsbTables.records(parts, part), name, tables);
  }

  /** Merged areas stand behind the rows, so the part is read once for them alone. */
  @Override
  public List<CellRange> merged() {
    List<CellRange> merged = new ArrayList<>();
    try (Records records = XlsbTables.records(parts, part)) {
      while (records.next() && records.id() != RecordId.END_SHEET) {
        if (records.id() == RecordId.MERGED) {
          merged.add(area(records));
        }
      }
      records.finish(RecordId.END_SHEET);
    }
    return List.copyOf(merged);
  }

  private CellRange area(Records records) {
    long firstRow = records.u32(0);
    long lastRow = records.u32(4);
    long firstColumn = records.u32(8);
    long lastColumn = records.u32(12);
    if (lastRow < firstRow
        || lastColumn < firstColumn
        || lastRow >= CellAddress.MAX_ROW
        || lastColumn >= CellAddress.MAX_COLUMN) {
      throw records.damaged("expected a merged area from A1 to XFD1048576, found another");
    }
    return new CellRange(
        name, (int) firstRow + 1, (int) firstColumn + 1, (int) lastRow + 1, (int) lastColumn + 1);
  }
}
