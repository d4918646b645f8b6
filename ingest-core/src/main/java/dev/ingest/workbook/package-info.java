/**
 * Workbooks as rows of cells: what is in the file, at its true address, and nothing guessed.
 *
 * <p>Start at {@link dev.ingest.workbook.Workbook#open(java.nio.file.Path)}.
 */
@NullMarked
package dev.ingest.workbook;

import org.jspecify.annotations.NullMarked;
