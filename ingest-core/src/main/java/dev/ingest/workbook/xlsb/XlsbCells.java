package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.grid.GridCell;
import dev.ingest.workbook.grid.GridRow;
import dev.ingest.workbook.grid.PackedValues;
import dev.ingest.workbook.part.Damage;
import java.util.List;

/** Reads one record after the other as a cell of a row: [MS-XLSB] 2.5.9. */
final class XlsbCells {

  private static final int VALUE = 8;
  private static final int SHORT_VALUE = 4;
  private static final int STYLE = 0xffffff;
  private static final int FLAGS_OF_RICH_TEXT = 1;

  private final Records records;
  private final String sheet;
  private final XlsbTables tables;
  private long count;

  XlsbCells(Records records, String sheet, XlsbTables tables) {
    this.records = records;
    this.sheet = sheet;
    this.tables = tables;
  }

  /** Reads the current record. */
  void read(GridRow row) {
    if (row.number() == 0) {
      throw records.damaged("expected a row before its cells, found none");
    }
    if (++count > records.limits().cells()) {
      throw ReadLimits.exceeded(records.where(), "cells", records.limits().cells());
    }
    int id = records.id();
    boolean brief = id >= RecordId.FIRST_SHORT && id <= RecordId.LAST_SHORT;
    long column = brief ? row.lastColumn() : records.u32(0);
    if (column >= CellAddress.MAX_COLUMN) {
      throw records.damaged("expected a column up to XFD, found number " + (column + 1));
    }
    if (column < row.lastColumn()) {
      throw records.damaged(
          "expected cells in ascending order, found %s%s after column %s"
              .formatted(
                  CellAddress.columnName((int) column + 1),
                  row.number(),
                  CellAddress.columnName(row.lastColumn())));
    }
    GridCell cell = row.put((int) column + 1);
    if (brief) {
      fill(row, cell, id - RecordId.FIRST_SHORT + RecordId.BLANK, SHORT_VALUE);
    } else {
      fill(row, cell, id, VALUE);
    }
  }

  private void fill(GridRow row, GridCell cell, int id, int value) {
    switch (id) {
      case RecordId.RK ->
          number(row, cell, PackedValues.rk((int) records.u32(value)), style(value));
      case RecordId.REAL, RecordId.FORMULA_NUMBER ->
          number(row, cell, records.f64(value), style(value));
      case RecordId.TEXT, RecordId.FORMULA_TEXT -> cell.setText(records.text(value));
      case RecordId.RICH_TEXT -> cell.setText(records.text(value + FLAGS_OF_RICH_TEXT));
      case RecordId.SHARED_TEXT -> cell.setText(shared(row, cell, records.u32(value)));
      case RecordId.LOGICAL, RecordId.FORMULA_LOGICAL ->
          cell.setLogical(logical(row, cell, records.u8(value)));
      case RecordId.ERROR, RecordId.FORMULA_ERROR ->
          cell.setError(error(row, cell, records.u8(value)));
      default -> {} // a blank
    }
  }

  /** The style stands before the value. */
  private int style(int value) {
    return (int) (records.u32(value - 4) & STYLE);
  }

  private void number(GridRow row, GridCell cell, double value, int style) {
    if (!Double.isFinite(value)) {
      throw damaged(row, cell, "expected a finite number, found " + value);
    }
    if (!tables.styles().has(style)) {
      throw damaged(
          row,
          cell,
          "expected one of %s styles, found number %s".formatted(tables.styles().count(), style));
    }
    cell.setNumber(value, tables.styles().isDate(style));
  }

  private String shared(GridRow row, GridCell cell, long index) {
    List<String> strings = tables.strings();
    if (index >= strings.size()) {
      throw damaged(
          row,
          cell,
          "expected one of %s shared strings, found index %s".formatted(strings.size(), index));
    }
    return strings.get((int) index);
  }

  private boolean logical(GridRow row, GridCell cell, int value) {
    if (value > 1) {
      throw damaged(row, cell, "expected a boolean, found " + value);
    }
    return value == 1;
  }

  private ExcelError error(GridRow row, GridCell cell, int code) {
    ExcelError error = PackedValues.error(code);
    if (error == null) {
      throw damaged(row, cell, "expected a known error value, found code " + code);
    }
    return error;
  }

  private WorkbookException damaged(GridRow row, GridCell cell, String expectedAndFound) {
    CellAddress address = new CellAddress(sheet, row.number(), cell.column());
    return Damage.at(records.where() + ": " + address, expectedAndFound);
  }
}
