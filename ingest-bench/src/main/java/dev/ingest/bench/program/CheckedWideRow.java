package dev.ingest.bench.program;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.row.AtLeast;
import dev.ingest.row.AtMost;
import dev.ingest.row.Matches;
import dev.ingest.row.MaxLength;
import dev.ingest.row.NullTokens;
import dev.ingest.row.OnCellError;
import dev.ingest.row.OneOf;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link WideRow} of which each cell, but for the flags, is held to a rule. */
record CheckedWideRow(
    @MaxLength(80) String text1,
    @MaxLength(80) String text2,
    @MaxLength(80) String text3,
    @MaxLength(80) String text4,
    @MaxLength(80) String text5,
    @OneOf({"London", "Zürich", "São Paulo", "Łódź", "Paris", "New York", "東京", "Oslo"})
        String text6,
    @MaxLength(value = 80, unit = LengthUnit.UTF8_BYTES) String text7,
    @Matches("group [0-9]+[.][0-9]+") String text8,
    @Matches("group [0-9]+[.][0-9]+") String text9,
    @Matches("group [0-9]+[.][0-9]+") String text10,
    @Matches("group [0-9]+[.][0-9]+") String text11,
    @Matches("group [0-9]+[.][0-9]+") String text12,
    @AtLeast("0") @AtMost("1000000") long integer1,
    @AtLeast("0") @AtMost("1000000") long integer2,
    @AtLeast("0") @AtMost("1000000") long integer3,
    @AtLeast("0") @AtMost("1000000") long integer4,
    @AtLeast("0") @AtMost("1000000") long integer5,
    @AtLeast("0") @AtMost("1000000") long integer6,
    @AtLeast("0") @AtMost("1000000") long integer7,
    @AtLeast("0") @AtMost("1000000") long integer8,
    @AtLeast("0") @AtMost("1000") double short1,
    @AtLeast("0") @AtMost("1000") double short2,
    @AtLeast("0") @AtMost("1000") double short3,
    @AtLeast("0") @AtMost("1000") double short4,
    @AtLeast("0") @AtMost("1000") double short5,
    @AtLeast("0") @AtMost("1000") double short6,
    @AtLeast("0") double long1,
    @AtLeast("0") double long2,
    @AtLeast("0") double long3,
    @AtLeast("0") double long4,
    @AtLeast("0") double long5,
    @AtLeast("0") double long6,
    @NullTokens({"n/a", "-"})
        @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
        @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
        @AtMost("1")
        @Nullable Double gap1,
    @NullTokens({"n/a", "-"})
        @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
        @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
        @AtMost("1")
        @Nullable Double gap2,
    @AtLeast("2000-01-01") LocalDate date1,
    @AtLeast("2000-01-01") LocalDate date2,
    @AtLeast("2000-01-01") LocalDate date3,
    @AtLeast("2000-01-01") LocalDate date4,
    boolean flag1,
    boolean flag2) {}
