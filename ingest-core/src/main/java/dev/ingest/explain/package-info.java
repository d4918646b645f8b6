/**
 * Why one cell became what it became: what the file stores, what the reader makes of it, each step
 * of its column's decoder, and what became of its row.
 *
 * <p>Start at {@link dev.ingest.explain.CellExplanation#of}.
 */
@NullMarked
package dev.ingest.explain;

import org.jspecify.annotations.NullMarked;
