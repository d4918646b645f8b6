package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;

/** Numbers, exactly or not at all. */
final class Numbers {

  private static final double EXACT_INTEGERS = 0x1p53;

  private Numbers() {}

  static double floating(Cell cell) throws CellDecodeException {
    if (cell.kind() == CellKind.NUMBER) {
      return cell.number();
    }
    ProblemCode code =
        cell.kind() == CellKind.DATE ? ProblemCode.DATE_NOT_NUMBER : ProblemCode.NOT_A_NUMBER;
    throw Refusals.of(cell, code, "a number");
  }

  static BigDecimal decimal(Cell cell) throws CellDecodeException {
    return NumberText.excelDecimal(floating(cell));
  }

  /** Returns an integer within bounds. */
  static long integer(Cell cell, long min, long max) throws CellDecodeException {
    double value = floating(cell);
    if (value != Math.rint(value)) {
      throw Refusals.of(cell, ProblemCode.NOT_AN_INTEGER, "an integer");
    }
    if (Math.abs(value) > EXACT_INTEGERS || value < min || value > max) {
      throw Refusals.of(
          cell, ProblemCode.OUT_OF_RANGE, "an integer from %s to %s".formatted(min, max));
    }
    return (long) value;
  }
}
