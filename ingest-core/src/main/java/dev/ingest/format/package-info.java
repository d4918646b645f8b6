/**
 * Records to bytes.
 *
 * <p>Start at {@link dev.ingest.format.CsvFormat}.
 */
@NullMarked
package dev.ingest.format;

import org.jspecify.annotations.NullMarked;
