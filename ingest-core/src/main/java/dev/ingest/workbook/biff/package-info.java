/**
 * Our own reader of the record stream in an .xls, of Excel 5 and 95 (BIFF5) and of Excel 97 to 2003
 * (BIFF8): [MS-XLS]. It knows neither the container nor encryption. Not exported.
 *
 * <p>The way in is {@link dev.ingest.workbook.biff.BiffWorkbook}.
 */
@NullMarked
package dev.ingest.workbook.biff;

import org.jspecify.annotations.NullMarked;
