package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a cell element says, wherever it is repeated.
 *
 * @param raw what the file stores; of a text cell the text, of a formula without a value the
 *     formula
 * @param number of a number, and the serial of a date
 * @param error of an error; elsewhere nothing
 * @param at the date of a date cell, which OpenDocument stores as such; null for a duration
 */
record OdsValue(
    CellKind kind, String raw, double number, ExcelError error, @Nullable LocalDateTime at) {

  static final OdsValue BLANK = of(CellKind.BLANK, "");

  static OdsValue text(String text) {
    return of(CellKind.TEXT, text);
  }

  static OdsValue number(double number, String raw) {
    return new OdsValue(CellKind.NUMBER, raw, number, ExcelError.UNKNOWN, null);
  }

  static OdsValue date(double serial, String raw, @Nullable LocalDateTime at) {
    return new OdsValue(CellKind.DATE, raw, serial, ExcelError.UNKNOWN, at);
  }

  static OdsValue logical(boolean value) {
    return of(CellKind.LOGICAL, value ? "TRUE" : "FALSE");
  }

  static OdsValue error(ExcelError error, String shown) {
    return new OdsValue(CellKind.ERROR, shown, 0, error, null);
  }

  static OdsValue uncalculated(String formula) {
    return of(CellKind.UNCALCULATED, formula);
  }

  private static OdsValue of(CellKind kind, String raw) {
    return new OdsValue(kind, raw, 0, ExcelError.UNKNOWN, null);
  }
}
