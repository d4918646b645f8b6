/**
 * Our own reader of .xlsx and .xlsm: zip part, inflate, scan. Not exported.
 *
 * <p>The way in is {@link dev.ingest.workbook.xlsx.XlsxFormat}.
 */
@NullMarked
package dev.ingest.workbook.xlsx;

import org.jspecify.annotations.NullMarked;
