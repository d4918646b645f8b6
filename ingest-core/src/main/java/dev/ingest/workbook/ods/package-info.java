/**
 * OpenDocument spreadsheets, packaged (.ods) and flat (.fods): the sheets of {@code
 * office:spreadsheet} as rows of cells (OASIS OpenDocument 1.0 to 1.4). Not exported.
 */
@NullMarked
package dev.ingest.workbook.ods;

import org.jspecify.annotations.NullMarked;
