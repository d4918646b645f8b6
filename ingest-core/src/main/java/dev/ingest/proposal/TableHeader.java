package dev.ingest.proposal;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header that a table seems to have, among the first {@value #ROWS} rows of its sheet or range.
 * A header is a row whose cells are all text, not blank, and different once upper and lower case
 * and white space are made even. It is the first one of
 *
 * <ol>
 *   <li>two texts or more, with a row right below it that holds nothing outside of its columns;
 *   <li>two texts or more, with something under one of them among the rows that are looked at;
 *   <li>one text, where the next row that holds anything has something under it, and nothing else.
 * </ol>
 *
 * @param row counted from 1
 * @param texts by column, counted from 1
 * @param aboveHasAll whether a row above it has all of its texts, too, so that a search for them
 *     would stop there
 */
record TableHeader(int row, Map<Integer, String> texts, boolean aboveHasAll) {

  static final int ROWS = 50;
  private static final int KINDS = 3;

  /** Finds it; empty where no row could be one. */
  static Optional<TableHeader> find(Sheet sheet) {
    List<HeaderRow> rows = firstRows(sheet);
    for (int kind = 1; kind <= KINDS; kind++) {
      for (int i = 0; i + 1 < rows.size(); i++) {
        if (rows.get(i).isHeader(kind, rows.subList(i + 1, rows.size()))) {
          return Optional.of(rows.get(i).header(rows.subList(0, i)));
        }
      }
    }
    return Optional.empty();
  }

  /** Reads the rows that hold anything, and one more than could be the header. */
  private static List<HeaderRow> firstRows(Sheet sheet) {
    int last = sheet.range().map(CellRange::firstRow).orElse(1) + ROWS - 1;
    List<HeaderRow> first = new ArrayList<>();
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        HeaderRow seen = HeaderRow.of(row);
        if (!seen.isBlank()) {
          first.add(seen);
        }
        if (row.number() > last && !seen.isBlank()) {
          break;
        }
      }
    }
    return first;
  }
}
