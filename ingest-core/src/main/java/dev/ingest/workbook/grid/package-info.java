/**
 * Rows and cells that are filled with values and filled again for the next row, and the packed
 * values that the binary formats share. For formats that store values rather than text; not
 * exported.
 */
@NullMarked
package dev.ingest.workbook.grid;

import org.jspecify.annotations.NullMarked;
