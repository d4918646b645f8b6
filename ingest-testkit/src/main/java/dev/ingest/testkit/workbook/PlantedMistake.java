package dev.ingest.testkit.workbook;

import org.jspecify.annotations.Nullable;

/**
 * One mistake of a workbook.
 *
 * @param column the header of its column; {@code hidden}, if the row is hidden
 * @param planted what stands in the cell, as {@link WorkbookBuilder#row} takes it
 * @param problem what is said of it: the code, the message and the hint
 */
public record PlantedMistake(String column, @Nullable Object planted, String problem) {

  boolean isHidden() {
    return column.equals("hidden");
  }

  /** Returns whether it is told at the first column, since no cell is to blame. */
  boolean isOfTheRow() {
    return isHidden() || problem.startsWith("ROW_REFUSED");
  }
}
