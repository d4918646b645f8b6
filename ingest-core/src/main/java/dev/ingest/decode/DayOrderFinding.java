package dev.ingest.decode;

import dev.ingest.workbook.CellAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column tell of the order of day and month.
 *
 * @param dayFirst the first cell that has a meaning with the day first only, or null
 * @param monthFirst the first cell that has a meaning with the month first only, or null
 */
public record DayOrderFinding(@Nullable CellAddress dayFirst, @Nullable CellAddress monthFirst) {

  /** Nothing, which is what is known before the cells are looked at. */
  public static final DayOrderFinding NONE = new DayOrderFinding(null, null);

  /** Returns the order that has a witness and no counter-witness. */
  public Optional<DayOrder> order() {
    if ((dayFirst == null) == (monthFirst == null)) {
      return Optional.empty();
    }
    return Optional.of(dayFirst == null ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST);
  }

  /** Returns whether cells tell different orders. */
  public boolean isAtOdds() {
    return dayFirst != null && monthFirst != null;
  }

  /** Returns the reasoning: {@code data!D4 has the day first and data!D9 the month first}. */
  @Override
  public String toString() {
    if (dayFirst != null) {
      return dayFirst
          + " has the day first"
          + (monthFirst == null ? "" : " and " + monthFirst + " the month first");
    }
    return monthFirst == null
        ? "no cell that tells them apart"
        : monthFirst + " has the month first";
  }
}
