package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Dates that are serials in the workbook's date system. */
final class Serials {

  private static final LocalDate LIKELY_FROM = LocalDate.of(1950, 1, 1);
  private static final LocalDate LIKELY_TO = LocalDate.of(2100, 12, 31);

  private Serials() {}

  /** Reads a serial; a number without date format must be a likely one. */
  static LocalDateTime dateTime(Cell cell, String expected) throws CellDecodeException {
    if (cell.kind() != CellKind.DATE && cell.kind() != CellKind.NUMBER) {
      throw Refusals.of(cell, ProblemCode.NOT_A_DATE, expected);
    }
    LocalDateTime at = dated(cell, expected);
    LocalDate day = at.toLocalDate();
    if (cell.kind() == CellKind.NUMBER && (day.isBefore(LIKELY_FROM) || day.isAfter(LIKELY_TO))) {
      throw new CellDecodeException(
          ProblemCode.BAD_SERIAL,
          expected,
          Refusals.found(cell) + ", which would be " + day,
          "format the cell as a date if it is one");
    }
    return at;
  }

  private static LocalDateTime dated(Cell cell, String expected) throws CellDecodeException {
    try {
      return cell.dateTime();
    } catch (DateTimeException none) {
      throw new CellDecodeException(
          ProblemCode.BAD_SERIAL,
          expected,
          String.valueOf(none.getMessage()),
          "enter it as a date");
    }
  }
}
