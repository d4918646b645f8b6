package dev.ingest.row;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RowReader} makes of one cell. Of value, reason and problem there is exactly one.
 *
 * @param column with what the sheet's own cells have decided
 * @param cell the cell that is decoded, a copy; in a merged area that is filled, the first one's
 * @param value the value, or null
 * @param reason why there is none, or null
 * @param problem what is wrong, or null
 */
public record CellFinding(
    ColumnSchema<?> column,
    Cell cell,
    @Nullable Object value,
    @Nullable NullReason reason,
    @Nullable Problem problem) {}
