package dev.ingest.explain;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * A cell as the reader gives it.
 *
 * @param kind what it holds
 * @param raw what it stores, as text; shortened where it is long, empty where it is blank
 * @param date the date and time of a serial; empty for others, for times of day, and where the
 *     serial has none
 */
public record CellState(CellKind kind, String raw, Optional<String> date) {

  static CellState of(Cell cell) {
    return new CellState(cell.kind(), Excerpt.of(cell.raw()), date(cell));
  }

  private static Optional<String> date(Cell cell) {
    try {
      boolean date = cell.kind() == CellKind.DATE && cell.number() >= 1;
      return date ? Optional.of(cell.dateTime().toString()) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty(); // the decoder's problem says why
    }
  }
}
