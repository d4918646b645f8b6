/**
 * Our own reader of .xlsb: the parts of a package as binary records (BIFF12), [MS-XLSB]. Not
 * exported.
 *
 * <p>The way in is {@link dev.ingest.workbook.xlsb.XlsbFormat}.
 */
@NullMarked
package dev.ingest.workbook.xlsb;

import org.jspecify.annotations.NullMarked;
