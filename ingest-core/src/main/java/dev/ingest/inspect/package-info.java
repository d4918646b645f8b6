/**
 * What is in a workbook whose shape is not known yet: its sheets and their true extents, what could
 * be a header, its tables and names.
 *
 * <p>Start at {@link dev.ingest.inspect.Inspection#of}.
 */
@NullMarked
package dev.ingest.inspect;

import org.jspecify.annotations.NullMarked;
