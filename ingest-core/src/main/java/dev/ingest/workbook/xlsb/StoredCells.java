package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.CellStyle;
import dev.ingest.workbook.part.OpcPackage;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the record of one cell, and its style: for explanations. */
final class StoredCells {

  private static final int LONG_STYLE = 4;
  private static final int STYLE = 0xffffff;

  private final OpcPackage parts;
  private final XlsbTables tables;
  private final String part;

  StoredCells(OpcPackage parts, XlsbTables tables, String part) {
    this.parts = parts;
    this.tables = tables;
    this.part = part;
  }

  Optional<CellSource> find(int row, int column) {
    try (Records records = XlsbTables.records(parts, part)) {
      long atRow = 0;
      long atColumn = 0;
      while (records.next() && records.id() != RecordId.END_SHEET_DATA && atRow <= row) {
        if (records.id() == RecordId.ROW) {
          atRow = records.u32(0) + 1;
          atColumn = 0;
        } else if (atRow == row && RecordId.isCell(records.id())) {
          atColumn = isBrief(records) ? atColumn + 1 : records.u32(0) + 1;
          if (atColumn == column) {
            return Optional.of(source(records));
          }
        }
      }
      return Optional.empty();
    }
  }

  private static boolean isBrief(Records records) {
    return records.id() >= RecordId.FIRST_SHORT && records.id() <= RecordId.LAST_SHORT;
  }

  private CellSource source(Records records) {
    long style = records.u32(isBrief(records) ? 0 : LONG_STYLE) & STYLE;
    CellStyle shown = tables.styles().described(style);
    return new CellSource(
        "%s: record %s at byte %s".formatted(part, records.id(), records.position()),
        HexFormat.ofDelimiter(" ").formatHex(records.copy()),
        Optional.empty(),
        Optional.of(shown));
  }
}
