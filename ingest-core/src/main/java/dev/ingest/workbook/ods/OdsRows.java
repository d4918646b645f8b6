package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a table that have a value; repetitions are given one by one, not kept. */
final class OdsRows implements SheetRows {

  private final OdsWorkbook workbook;
  private final OdsCursor cursor;
  private final XmlReader xml;
  private final TableCursor table;
  private final CellReader reader;
  private @Nullable OdsRow row;
  private long repeats;
  private long cellCount;
  private boolean sound = true;
  private boolean closed;

  OdsRows(OdsWorkbook workbook, OdsCursor cursor, SheetEntry sheet) {
    this.workbook = workbook;
    this.cursor = cursor;
    this.xml = cursor.xml();
    this.table = cursor.moveTo(sheet.table());
    this.reader = new CellReader(xml, sheet.name(), workbook.dates(), workbook.limits());
  }

  @Override
  public @Nullable SheetRow next() {
    sound = false;
    OdsRow next = row != null && repeats > 0 ? repeated(row) : read();
    row = next;
    if (next != null) {
      cellCount += next.size();
      if (cellCount > workbook.limits().cells()) {
        throw ReadLimits.exceeded(xml.where(), "cells", workbook.limits().cells());
      }
    }
    sound = true;
    return next;
  }

  private OdsRow repeated(OdsRow last) {
    repeats--;
    return last.repeated();
  }

  private @Nullable OdsRow read() {
    while (table.nextRow()) {
      List<OdsCell> cells = cells();
      if (!cells.isEmpty()) {
        if (table.row() + table.rowRepeat() - 1 > CellAddress.MAX_ROW) {
          throw outside("rows up to " + CellAddress.MAX_ROW);
        }
        repeats = table.rowRepeat() - 1;
        return new OdsRow((int) table.row(), table.hidden(), cells);
      }
    }
    return null;
  }

  private List<OdsCell> cells() {
    List<OdsCell> cells = new ArrayList<>();
    while (table.nextCell()) {
      OdsValue value = reader.read(table);
      if (value.kind() != CellKind.BLANK) {
        add(value, cells);
      }
    }
    return cells;
  }

  private void add(OdsValue value, List<OdsCell> cells) {
    long after = table.column() + table.columnRepeat();
    if (after - 1 > CellAddress.MAX_COLUMN) {
      throw outside("columns up to XFD");
    }
    for (long column = table.column(); column < after; column++) {
      cells.add(new OdsCell((int) column, value, workbook.dates()));
    }
  }

  private RuntimeException outside(String expected) {
    return Damage.at(xml.where(), "expected values in " + expected + ", found one past them");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (sound) {
        workbook.park(cursor);
      } else {
        cursor.close();
      }
    }
  }
}
