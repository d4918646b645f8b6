package dev.ingest.row;

import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DayOrderFinding;
import dev.ingest.decode.DayOrderWitnesses;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the order of day and month in the cells of the columns that ask for it: {@link
 * DayOrder#BY_WITNESS}. That takes a pass of its own over the sheet, in schemas that have such a
 * column only.
 */
final class DayOrders {

  private DayOrders() {}

  /**
   * Looks at all rows below the header that no rule passes over, and returns what the cells of each
   * such column tell.
   */
  static Map<String, DayOrderFinding> of(Sheet sheet, RowSchema<?> schema, List<RowRule> rules) {
    Map<String, DayOrderWitnesses> witnesses = new LinkedHashMap<>();
    for (ColumnSchema<?> column : schema.columns()) {
      if (column.wantsWitnesses()) {
        witnesses.put(column.name(), new DayOrderWitnesses());
      }
    }
    if (!witnesses.isEmpty()) {
      look(sheet, schema, new RowRules<>(schema, rules, null), witnesses);
    }
    Map<String, DayOrderFinding> findings = new LinkedHashMap<>();
    witnesses.forEach((column, seen) -> findings.put(column, seen.finding()));
    return Collections.unmodifiableMap(findings);
  }

  private static void look(
      Sheet sheet,
      RowSchema<?> schema,
      RowRules<?> rules,
      Map<String, DayOrderWitnesses> witnesses) {
    try (SheetRows rows = sheet.rows()) {
      HeaderMatch header = new HeaderSearch(sheet, schema).find(rows);
      RowCells cells = new RowCells(schema, header, null, false);
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        cells.start(row);
        if (rules.passedOverBy(cells) != null) {
          continue;
        }
        for (Map.Entry<String, DayOrderWitnesses> column : witnesses.entrySet()) {
          int at = header.position(schema.indexOf(column.getKey()));
          if (at <= CellAddress.MAX_COLUMN) {
            CellAddress address = new CellAddress(sheet.name(), row.number(), at);
            column.getValue().look(row.cell(at), address);
          }
        }
      }
    }
  }

  /** Returns the schema with what was found. */
  static <R> RowSchema<R> in(RowSchema<R> schema, Map<String, DayOrderFinding> findings) {
    RowSchema<R> found = schema;
    for (Map.Entry<String, DayOrderFinding> finding : findings.entrySet()) {
      found = found.with(schema.column(finding.getKey()).withDayOrder(finding.getValue()));
    }
    return found;
  }
}
