/**
 * One kind of workbook, from the sheet to the table, with every row accounted for.
 *
 * <p>Start at {@link dev.ingest.pipeline.Pipeline} and {@link dev.ingest.pipeline.Ingestion}.
 */
@NullMarked
package dev.ingest.pipeline;

import org.jspecify.annotations.NullMarked;
