package dev.ingest.report;

import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DayOrderFinding;
import dev.ingest.workbook.CellAddress;

/** The order of day and month that was found for a column, and the cell that decided it. */
final class DayOrderLine {

  private DayOrderLine() {}

  /** Returns {@code d/m, by data!C4}, or why there is no order. */
  static String of(DayOrderFinding finding) {
    CellAddress witness = finding.dayFirst() == null ? finding.monthFirst() : finding.dayFirst();
    return finding.order().isEmpty()
        ? "undecided: " + finding
        : letters(finding.order().get()) + ", by " + witness;
  }

  private static String letters(DayOrder order) {
    return order == DayOrder.DAY_FIRST ? "d/m" : "m/d";
  }
}
