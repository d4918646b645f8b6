/**
 * Opens what lies in OLE 2 files, .xls and encrypted workbooks, through Apache POI, which takes the
 * container apart and decrypts; the records are read by {@link dev.ingest.workbook.biff}. The one
 * package that names POI; it works without, but for those files. Not exported.
 *
 * <p>The way in is {@link dev.ingest.workbook.poi.Ole2Format}, which itself does not name POI.
 */
@NullMarked
package dev.ingest.workbook.poi;

import org.jspecify.annotations.NullMarked;
