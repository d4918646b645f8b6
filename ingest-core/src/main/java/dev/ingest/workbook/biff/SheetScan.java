package dev.ingest.workbook.biff;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A first pass over the records of a sheet: which rows it stores and hides, what is merged, and
 * whether its cells come row by row. Excel writes them so, but reads them in any order, and some
 * programs count on it.
 */
final class SheetScan {

  private static final int WORKSHEET = 0x0010;
  private static final int DIALOG = 0x0010;
  private static final int HIDDEN = 0x0020;

  /** What says that a sheet is a dialog is the twentieth record or so, if it is there. */
  private static final int SETTINGS = 256;

  private final Records records;
  private final String sheet;
  private final BitSet stored = new BitSet();
  private final BitSet hidden = new BitSet();
  private final List<CellRange> merged = new ArrayList<>();
  private boolean ordered = true;
  private int lastRow;
  private int cellRecords;

  private SheetScan(Records records, String sheet) {
    this.records = records;
    this.sheet = sheet;
  }

  /** Reads the records of a sheet to their end. */
  static SheetScan of(BiffBook book, BiffGlobals.Entry entry) {
    Records records = book.records(entry.name(), entry.at());
    records.next();
    SheetScan scan = new SheetScan(records, entry.name());
    Substream own = new Substream(records);
    while (own.next()) {
      scan.record();
    }
    return scan;
  }

  /** Returns whether the records at that place are those of a worksheet and not of a dialog. */
  static boolean isWorksheet(BiffBook book, BiffGlobals.Entry entry) {
    Records records = book.records(entry.name(), entry.at());
    if (!records.next() || records.id() != RecordId.BOF || records.u16(2) == 0x0005) {
      throw Damage.at(
          book.file(),
          "expected the sheet \"%s\" at byte %s, found none"
              .formatted(Names.shown(entry.name()), entry.at()));
    }
    if (records.u16(2) != WORKSHEET) {
      return false;
    }
    Substream own = new Substream(records);
    for (int i = 0; i < SETTINGS && own.next() && records.id() != RecordId.DIMENSIONS; i++) {
      if (records.id() == RecordId.WSBOOL) {
        return (records.u16(0) & DIALOG) == 0;
      }
    }
    return true;
  }

  private void record() {
    int id = records.id();
    if (RecordId.isCell(id)) {
      int row = records.u16(0);
      ordered &= row >= lastRow;
      lastRow = row;
      cellRecords++;
    } else if (id == RecordId.ROW) {
      stored.set(records.u16(0));
      hidden.set(records.u16(0), (records.u16(12) & HIDDEN) != 0);
    } else if (id == RecordId.MERGEDCELLS) {
      merge();
    }
  }

  private void merge() {
    int count = records.u16(0);
    for (int i = 0; i < count; i++) {
      int at = 2 + 8 * i;
      int firstRow = records.u16(at);
      int lastOfRows = records.u16(at + 2);
      int firstColumn = records.u16(at + 4);
      int lastColumn = records.u16(at + 6);
      if (lastOfRows < firstRow || lastColumn < firstColumn || lastColumn > BiffCells.LAST_COLUMN) {
        throw records.damaged("expected a merged area from A1 to IV65536, found another");
      }
      merged.add(
          new CellRange(sheet, firstRow + 1, firstColumn + 1, lastOfRows + 1, lastColumn + 1));
    }
  }

  /** Returns the rows with a record of their own, counted from 0. */
  BitSet stored() {
    return stored;
  }

  /** Returns the rows that are hidden, counted from 0. */
  BitSet hidden() {
    return hidden;
  }

  List<CellRange> merged() {
    return List.copyOf(merged);
  }

  /** Returns whether no cell comes after one of a later row. */
  boolean ordered() {
    return ordered;
  }

  /** Returns how many records hold cells. */
  int cellRecords() {
    return cellRecords;
  }
}
