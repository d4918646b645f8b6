package dev.ingest.workbook.biff;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.grid.GridCell;
import dev.ingest.workbook.grid.GridRow;
import dev.ingest.workbook.grid.PackedValues;
import dev.ingest.workbook.part.Damage;

/** Reads the cells of one record after the other into a row: [MS-XLS] 2.4. */
final class BiffCells {

  /** Column IV, counted from 0. */
  static final int LAST_COLUMN = 255;

  private static final int STYLED_RK = 6;

  private final BiffBook book;
  private final String sheet;
  private final Records records;
  private long count;

  BiffCells(BiffBook book, String sheet, Records records) {
    this.book = book;
    this.sheet = sheet;
    this.records = records;
  }

  /** Reads the current record, and the text behind it if it is a formula with one. */
  void read(GridRow row) {
    if (records.id() == RecordId.MULRK || records.id() == RecordId.MULBLANK) {
      several(row, records.id() == RecordId.MULRK);
      return;
    }
    GridCell cell = put(row, records.u16(2));
    switch (records.id()) {
      case RecordId.NUMBER -> number(row, cell, records.f64(6), records.u16(4));
      case RecordId.RK -> number(row, cell, PackedValues.rk((int) records.u32(6)), records.u16(4));
      case RecordId.LABELSST -> cell.setText(shared(row, cell, records.u32(6)));
      case RecordId.LABEL, RecordId.RSTRING -> cell.setText(book.texts().read(records, 6));
      case RecordId.BOOLERR -> logicalOrError(row, cell, records.u8(6), records.u8(7));
      case RecordId.FORMULA -> formula(row, cell);
      default -> {} // a blank
    }
  }

  private GridCell put(GridRow row, int column) {
    if (column > LAST_COLUMN) {
      throw records.damaged("expected a column up to IV, found number " + (column + 1));
    }
    if (++count > book.limits().cells()) {
      throw ReadLimits.exceeded(records.where(), "cells", book.limits().cells());
    }
    return row.put(column + 1);
  }

  /** A run of cells: the first column, for each a style and perhaps a number, the last column. */
  private void several(GridRow row, boolean numbers) {
    int size = numbers ? STYLED_RK : 2;
    int first = records.u16(2);
    int last = records.u16(records.length() - 2);
    if (last < first || records.length() != 6 + size * (last - first + 1)) {
      throw records.damaged(
          "expected a run of cells from column %s to %s, found one of %s bytes"
              .formatted(first + 1, last + 1, records.length()));
    }
    for (int i = 0; i <= last - first; i++) {
      GridCell cell = put(row, first + i);
      if (numbers) {
        int at = 4 + size * i;
        number(row, cell, PackedValues.rk((int) records.u32(at + 2)), records.u16(at));
      }
    }
  }

  private void number(GridRow row, GridCell cell, double value, int style) {
    if (!Double.isFinite(value)) {
      throw damaged(row, cell, "expected a finite number, found " + value);
    }
    if (book.styles().count() > 0 && !book.styles().has(style)) {
      throw damaged(
          row,
          cell,
          "expected one of %s styles, found number %s".formatted(book.styles().count(), style));
    }
    cell.setNumber(value, book.styles().isDate(style));
  }

  private String shared(GridRow row, GridCell cell, long index) {
    String text = book.strings().get(index);
    if (text == null) {
      throw damaged(
          row,
          cell,
          "expected one of %s shared strings, found index %s"
              .formatted(book.strings().size(), index));
    }
    return text;
  }

  private void logicalOrError(GridRow row, GridCell cell, int value, int isError) {
    if (isError == 0) {
      cell.setLogical(logical(row, cell, value));
    } else {
      cell.setError(error(row, cell, value));
    }
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

  /** The value that was last calculated: [MS-XLS] 2.5.133. */
  private void formula(GridRow row, GridCell cell) {
    if (records.u16(12) != 0xffff) {
      double value = records.f64(6);
      if (Double.isFinite(value)) {
        number(row, cell, value, records.u16(4));
      } else {
        cell.setUncalculated();
      }
      return;
    }
    switch (records.u8(6)) {
      case 0 -> text(cell);
      case 1 -> cell.setLogical(logical(row, cell, records.u8(8)));
      case 2 -> cell.setError(error(row, cell, records.u8(8)));
      case 3 -> cell.setText("");
      default ->
          throw damaged(row, cell, "expected a formula's value, found type " + records.u8(6));
    }
  }

  /** A formula's text is in a record of its own, behind those of a shared formula. */
  private void text(GridCell cell) {
    while (RecordId.belongsToFormula(records.peek())) {
      records.next();
    }
    if (records.nextIs(RecordId.STRING)) {
      cell.setText(book.texts().read(records, 0));
    } else {
      cell.setUncalculated();
    }
  }

  private WorkbookException damaged(GridRow row, GridCell cell, String expectedAndFound) {
    CellAddress address = new CellAddress(sheet, row.number(), cell.column());
    return Damage.at(book.file() + ": " + address, expectedAndFound);
  }
}
