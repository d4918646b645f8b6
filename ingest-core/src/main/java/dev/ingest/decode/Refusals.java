package dev.ingest.decode;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;

/** Words the refusals, so that all decoders say the same thing in the same way. */
final class Refusals {

  private Refusals() {}

  /**
   * Makes a refusal of a cell whose kind does not fit.
   *
   * @param mismatch the code, unless the kind has one of its own (an error, an uncalculated
   *     formula)
   * @param expected what was expected: {@code a number}
   */
  static CellDecodeException of(Cell cell, ProblemCode mismatch, String expected) {
    return switch (cell.kind()) {
      case ERROR ->
          new CellDecodeException(
              ProblemCode.CELL_ERROR,
              "expected " + expected + ", found the error " + cell.error().code(),
              "mend the formula, or declare what the error means for this column");
      case UNCALCULATED ->
          new CellDecodeException(
              ProblemCode.UNCALCULATED,
              "expected " + expected + ", found a formula that was saved without a value",
              "open the workbook in Excel and save it, so that the formula is calculated");
      default -> new CellDecodeException(mismatch, expectedFound(cell, expected), "");
    };
  }

  static String expectedFound(Cell cell, String expected) {
    return "expected " + expected + ", found " + found(cell);
  }

  private static String found(Cell cell) {
    return switch (cell.kind()) {
      case BLANK -> "a blank cell";
      case TEXT -> "text \"" + Problem.shortened(cell.text()) + "\"";
      default -> "the " + cell.kind().label() + " " + Problem.shortened(cell.raw());
    };
  }
}
