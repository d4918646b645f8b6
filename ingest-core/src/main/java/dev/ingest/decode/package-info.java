/**
 * Cells to values: small decoders that compose. A decoder says what is wrong; the row reader says
 * where.
 *
 * <p>Start at {@link dev.ingest.decode.CellDecoders}.
 */
@NullMarked
package dev.ingest.decode;

import org.jspecify.annotations.NullMarked;
