package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.grid.GridRow;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Flags;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a worksheet part: ECMA-376 Part 1, 18.3.1.73 and 18.3.1.80. */
final class XlsxRows implements SheetRows {

  private final XmlReader xml;
  private final ReadLimits limits;
  private final GridRow row;
  private final CellScanner cells;
  private boolean worksheetSeen;
  private boolean dataSeen;
  private boolean inData;
  private boolean ended;
  private long cellCount;
  private long rowCount;

  XlsxRows(XmlReader xml, String sheet, XlsxTables tables, ReadLimits limits) {
    this.xml = xml;
    this.limits = limits;
    this.row = new GridRow(tables.dates());
    this.cells = new CellScanner(xml, sheet, tables);
  }

  @Override
  public @Nullable SheetRow next() {
    if (ended) {
      return null;
    }
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("worksheet")) {
        worksheetSeen = true;
      } else if (xml.starts("sheetData")) {
        refuseAnother();
        inData = true;
      } else if (xml.ends("sheetData")) {
        inData = false;
      } else if (inData && xml.starts("row")) {
        readRow();
        return row;
      } else if (inData && xml.startsUnknown()) {
        xml.skip();
      }
    }
    if (!worksheetSeen) {
      throw Damage.at(xml.where(), "expected a worksheet, found another document");
    }
    ended = true;
    return null;
  }

  private void refuseAnother() {
    if (dataSeen) {
      throw Damage.at(xml.where(), "expected one sheetData, found another");
    }
    dataSeen = true;
  }

  private void readRow() {
    row.start(rowNumber(), Flags.read(xml, "hidden"));
    if (++rowCount > limits.rows()) {
      throw ReadLimits.exceeded(xml.where(), "rows", limits.rows());
    }
    xml.next();
    while (!xml.ends("row")) {
      if (xml.starts("c")) {
        cells.scan(row);
        if (++cellCount > limits.cells()) {
          throw ReadLimits.exceeded(xml.where(), "cells", limits.cells());
        }
        if (row.lastColumn() > limits.columns()) {
          throw ReadLimits.exceeded(xml.where(), "columns", limits.columns(), row.lastColumn());
        }
      } else if (xml.starts("row")) {
        throw Damage.at(xml.where(), "expected the end of a row, found another row in it");
      } else if (xml.starts("extLst") || xml.startsUnknown()) {
        xml.skip();
      }
      xml.next();
    }
  }

  private int rowNumber() {
    String text = xml.attribute("r");
    if (text == null) {
      return inGrid(row.number() + 1L, "the row after " + row.number());
    }
    long number = CellReference.digits(text.strip(), 0);
    if (number < 1 || number > CellAddress.MAX_ROW) {
      throw outside(Names.shown(text));
    }
    if (number <= row.number()) {
      throw Damage.at(
          xml.where(),
          "expected rows in ascending order, found row " + number + " after " + row.number());
    }
    return (int) number;
  }

  private int inGrid(long number, String found) {
    if (number > CellAddress.MAX_ROW) {
      throw outside(found);
    }
    return (int) number;
  }

  private WorkbookException outside(String found) {
    return Damage.at(xml.where(), "expected a row number from 1 to 1048576, found " + found);
  }

  @Override
  public void close() {
    xml.close();
  }
}
