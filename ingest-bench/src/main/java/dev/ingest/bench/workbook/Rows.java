package dev.ingest.bench.workbook;

import java.util.function.Consumer;

/** The data rows of a workbook; each pass gives the same ones. */
public interface Rows {

  /** What stands in a number's cell that has no value. */
  String NOT_AVAILABLE = "#N/A";

  /** Returns the table they belong to. */
  Table table();

  /**
   * Gives each row in turn: texts as they are, numbers as decimals, dates as serials, booleans as
   * {@code 1} and {@code 0}. The array is used again for the next row.
   */
  void each(Consumer<String[]> row);
}
