/**
 * Rows of a sheet to typed records: the schema, the header, and one outcome for each row.
 *
 * <p>Start at {@link dev.ingest.row.RowSchema#of(Class)} and {@link dev.ingest.row.RowReader}.
 */
@NullMarked
package dev.ingest.row;

import org.jspecify.annotations.NullMarked;
