package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;

/** One worksheet of an .xlsx. */
record XlsxSheet(
    OpcPackage parts,
    XlsxTables tables,
    String part,
    String name,
    int position,
    Visibility visibility)
    implements Sheet {

  @Override
  public SheetRows rows() {
    return new FastRows(
        parts.where(part), name, tables, parts.limits(), parts.chunks(part), this::thorough);
  }

  private SheetRows thorough() {
    return new XlsxRows(parts.open(part), name, tables, parts.limits());
  }
}
