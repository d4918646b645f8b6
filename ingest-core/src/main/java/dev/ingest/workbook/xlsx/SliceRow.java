package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.SheetRow;

/** The current row of the fast path; its cells are one view that is moved, or one per column. */
final class SliceRow implements SheetRow {

  private final String part;
  private final String sheet;
  private final RowSlices slices;
  private final XlsxTables tables;
  private SliceCell[] cells = new SliceCell[0];
  private byte[] bytes = new byte[0];

  SliceRow(String part, String sheet, RowSlices slices, XlsxTables tables) {
    this.part = part;
    this.sheet = sheet;
    this.slices = slices;
    this.tables = tables;
  }

  void show(byte[] newBytes) {
    bytes = newBytes;
  }

  String part() {
    return part;
  }

  String sheet() {
    return sheet;
  }

  byte[] bytes() {
    return bytes;
  }

  RowSlices slices() {
    return slices;
  }

  @Override
  public int number() {
    return slices.number;
  }

  @Override
  public boolean hidden() {
    return slices.hidden;
  }

  @Override
  public int size() {
    return slices.size;
  }

  @Override
  public Cell at(int index) {
    if (index < 0 || index >= slices.size) {
      throw new IndexOutOfBoundsException(
          "row " + slices.number + " has " + slices.size + " cells");
    }
    return view(index).show(slices.column[index], index);
  }

  @Override
  public Cell cell(int column) {
    int index = slices.find(column);
    return index >= 0 ? at(index) : new SliceCell(this, tables).show(column, -1);
  }

  /** Each stored cell has a view of its own, so that two of a row can be looked at together. */
  private SliceCell view(int index) {
    if (index >= cells.length) {
      SliceCell[] more = new SliceCell[slices.column.length];
      System.arraycopy(cells, 0, more, 0, cells.length);
      for (int i = cells.length; i < more.length; i++) {
        more[i] = new SliceCell(this, tables);
      }
      cells = more;
    }
    return cells[index];
  }
}
