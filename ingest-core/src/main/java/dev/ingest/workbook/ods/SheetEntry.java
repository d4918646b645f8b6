package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet.Visibility;
import java.util.List;

/**
 * What is known of a sheet before its rows are read.
 *
 * @param table which table of the document it is, counted from 0
 */
record SheetEntry(int table, String name, Visibility visibility, List<CellRange> merged) {}
