package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Dates: serials in the workbook's date system, or ISO 8601 text. */
final class Dates {

  private static final LocalDate LIKELY_FROM = LocalDate.of(1950, 1, 1);
  private static final LocalDate LIKELY_TO = LocalDate.of(2100, 12, 31);

  private Dates() {}

  static LocalDate date(Cell cell) throws CellDecodeException {
    if (cell.kind() == CellKind.TEXT) {
      return isoDate(cell);
    }
    LocalDateTime at = serial(cell, "a date");
    if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new CellDecodeException(
          ProblemCode.TIME_IN_DATE,
          "expected a date, found the date with time " + at,
          "take the time off, or declare the column a date with time");
    }
    return at.toLocalDate();
  }

  static LocalDateTime dateTime(Cell cell) throws CellDecodeException {
    if (cell.kind() != CellKind.TEXT) {
      return serial(cell, "a date with time");
    }
    String text = Texts.trim(cell.text());
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text);
    } catch (DateTimeException notOne) {
      throw Refusals.of(cell, ProblemCode.NOT_A_DATE, "a date with time");
    }
  }

  private static LocalDate isoDate(Cell cell) throws CellDecodeException {
    try {
      return LocalDate.parse(Texts.trim(cell.text()));
    } catch (DateTimeException notOne) {
      throw new CellDecodeException(
          ProblemCode.NOT_A_DATE,
          Refusals.expectedFound(cell, "a date"),
          "enter it as a date, or as text like 2020-02-01");
    }
  }

  /** Reads a serial; a number without date format must be a likely one. */
  private static LocalDateTime serial(Cell cell, String expected) throws CellDecodeException {
    if (cell.kind() != CellKind.DATE && cell.kind() != CellKind.NUMBER) {
      throw Refusals.of(cell, ProblemCode.NOT_A_DATE, expected);
    }
    LocalDateTime at = dated(cell, expected);
    LocalDate day = at.toLocalDate();
    if (cell.kind() == CellKind.NUMBER && (day.isBefore(LIKELY_FROM) || day.isAfter(LIKELY_TO))) {
      throw new CellDecodeException(
          ProblemCode.BAD_SERIAL,
          Refusals.expectedFound(cell, expected) + ", which would be " + day,
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
          "expected " + expected + ", found " + none.getMessage(),
          "enter it as a date");
    }
  }
}
