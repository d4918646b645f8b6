/**
 * Workbooks for tests, byte by byte: what a library writes, and the shapes that no library does.
 *
 * <p>Start at {@link dev.ingest.testkit.workbook.WorkbookBuilder#workbook()}. Nothing here reads a
 * workbook, so that a reader is never tested against itself.
 */
@NullMarked
package dev.ingest.testkit.workbook;

import org.jspecify.annotations.NullMarked;
