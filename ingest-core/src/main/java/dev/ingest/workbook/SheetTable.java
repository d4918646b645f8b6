package dev.ingest.workbook;

import java.util.List;

/**
 * A table of a sheet ("Format as Table"): ECMA-376 Part 1, 18.5.1.2.
 *
 * @param name its display name, which is unique in the workbook
 * @param range all of it, with the header row and the totals row that it has
 * @param headerRows 0 or 1
 * @param totalsRows 0 or 1
 * @param columns the names of its columns, in order
 */
public record SheetTable(
    String name, CellRange range, int headerRows, int totalsRows, List<String> columns) {

  /** Keeps its own copy. */
  public SheetTable {
    columns = List.copyOf(columns);
  }
}
