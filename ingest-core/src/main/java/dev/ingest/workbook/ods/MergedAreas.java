package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the merged areas of a table, those of repeated cells one by one. */
final class MergedAreas {

  /** More than any sheet has; a repeated area could else stand for billions. */
  private static final int MOST = 1_000_000;

  private final XmlReader xml;
  private final String sheet;
  private final List<CellRange> areas = new ArrayList<>();

  private MergedAreas(XmlReader xml, String sheet) {
    this.xml = xml;
    this.sheet = sheet;
  }

  /**
   * Reads the table at whose start the reader stands, to its end.
   *
   * @param others takes an element of the table that is no row, to its end
   */
  static List<CellRange> read(XmlReader xml, String sheet, Consumer<XmlReader> others) {
    MergedAreas merged = new MergedAreas(xml, sheet);
    TableCursor table = new TableCursor(xml, others);
    while (table.nextRow()) {
      while (table.nextCell()) {
        long columns = TableCursor.count(xml, "number-columns-spanned");
        long rows = TableCursor.count(xml, "number-rows-spanned");
        if (columns > 1 || rows > 1) {
          merged.addRepeated(table, columns, rows);
        }
        xml.skip();
      }
    }
    return List.copyOf(merged.areas);
  }

  private void addRepeated(TableCursor at, long columns, long rows) {
    for (long row = at.row(); row < at.row() + at.rowRepeat(); row++) {
      for (long column = at.column(); column < at.column() + at.columnRepeat(); column++) {
        add(row, column, row + rows - 1, column + columns - 1);
      }
    }
  }

  private void add(long row, long column, long lastRow, long lastColumn) {
    if (lastRow > CellAddress.MAX_ROW || lastColumn > CellAddress.MAX_COLUMN) {
      throw Damage.at(
          xml.where(), "expected a merged area within A1:XFD1048576, found one that leaves it");
    }
    if (areas.size() == MOST) {
      throw Damage.at(xml.where(), "expected at most " + MOST + " merged areas, found more");
    }
    areas.add(new CellRange(sheet, (int) row, (int) column, (int) lastRow, (int) lastColumn));
  }
}
