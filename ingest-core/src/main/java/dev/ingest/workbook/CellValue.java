package dev.ingest.workbook;

/** An immutable copy of a cell's value, for those who keep one. */
public sealed interface CellValue {

  /** Nothing. */
  record Blank() implements CellValue {}

  /** Text, possibly empty. */
  record Text(String value) implements CellValue {}

  /** A number under no date format. */
  record Numeric(double value) implements CellValue {}

  /**
   * A number under a date or time format.
   *
   * @param days the serial
   * @param system the base it counts from
   */
  record DateSerial(double days, DateSystem system) implements CellValue {}

  /** TRUE or FALSE. */
  record Logical(boolean value) implements CellValue {}

  /** An error value. */
  record ErrorValue(ExcelError code) implements CellValue {}

  /**
   * A formula without a saved value.
   *
   * @param formula its text, empty where the file shares it with another cell
   */
  record Uncalculated(String formula) implements CellValue {}
}
