package dev.ingest.bench.program;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.row.AtLeast;
import dev.ingest.row.AtMost;
import dev.ingest.row.Matches;
import dev.ingest.row.MaxLength;
import dev.ingest.row.NullTokens;
import dev.ingest.row.OnCellError;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A metric of which each cell is held to a rule. */
record CheckedMetric(
    @Matches("Location [A-Z][0-9]+") @MaxLength(40) String location,
    @MaxLength(value = 64, unit = LengthUnit.UTF8_BYTES) String metric,
    @NullTokens({"n/a", "-"})
        @OnCellError(
            value = {ExcelError.NA, ExcelError.DIV_0},
            then = CellErrorPolicy.NULL)
        @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
        @AtLeast("0")
        @AtMost("1000000")
        @Nullable Double value,
    @AtLeast("2000-01-01") @AtMost("2100-12-31") LocalDate date) {}
