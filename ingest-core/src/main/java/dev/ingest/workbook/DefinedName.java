package dev.ingest.workbook;

import java.util.Optional;

/**
 * A name that the workbook gives to a formula, most often to a range: ECMA-376 Part 1, 18.2.5.
 *
 * @param name as the file stores it; upper and lower case are alike
 * @param scope the sheet that the name belongs to; empty where it belongs to the workbook
 * @param formula what it stands for, as stored: {@code data!$B$3:$E$200}
 * @param range the range, where the formula is one range of one worksheet
 */
public record DefinedName(
    String name, Optional<String> scope, String formula, Optional<CellRange> range) {}
