/**
 * Tells what is in an OLE 2 file, without any other library: [MS-CFB]. Not exported.
 *
 * <p>The way in is {@link dev.ingest.workbook.ole2.Ole2Directory}.
 */
@NullMarked
package dev.ingest.workbook.ole2;

import org.jspecify.annotations.NullMarked;
