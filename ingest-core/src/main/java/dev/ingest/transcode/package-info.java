/**
 * Rows from sheet to CSV without an object for any of them: the values of standard columns are
 * checked and go from bytes to bytes. It gives the bytes and the report that rows through {@link
 * dev.ingest.row.RowReader} and {@link dev.ingest.format.CsvFormat} would: what is not plainly
 * fine, it leaves to them, row by row. Not exported.
 */
@NullMarked
package dev.ingest.transcode;

import org.jspecify.annotations.NullMarked;
