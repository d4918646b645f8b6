/**
 * Proposes a pipeline for a workbook that nobody has described yet: as a file, or as a record with
 * annotations. All cells are looked at, once, and each line of a proposal says what it was
 * concluded from. Nothing of this happens when a file is loaded.
 *
 * <p>Start at {@link dev.ingest.proposal.Proposal#of(dev.ingest.workbook.Workbook)}.
 */
@NullMarked
package dev.ingest.proposal;

import org.jspecify.annotations.NullMarked;
