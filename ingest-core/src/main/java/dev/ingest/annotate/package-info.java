/**
 * A copy of an upload in which each bad cell is marked: filled, with a note, and listed on a sheet
 * of its own. The rest of the workbook is copied as it stands.
 *
 * <p>Start at {@link dev.ingest.annotate.AnnotatedWorkbook}; {@link
 * dev.ingest.annotate.EarlierRound} reads back what a sender has corrected.
 */
@NullMarked
package dev.ingest.annotate;

import org.jspecify.annotations.NullMarked;
