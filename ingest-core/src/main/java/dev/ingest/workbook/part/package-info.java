/**
 * What packaged workbooks are made of, whatever their format: the zip, its parts, their XML and the
 * relationships between them. Not exported.
 */
@NullMarked
package dev.ingest.workbook.part;

import org.jspecify.annotations.NullMarked;
