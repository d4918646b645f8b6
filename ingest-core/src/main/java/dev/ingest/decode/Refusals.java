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
    return of(cell, mismatch, expected, "");
  }

  /**
   * Makes a refusal with a hint, which is given where the kind has none of its own.
   *
   * @see #of(Cell, ProblemCode, String)
   */
  static CellDecodeException of(Cell cell, ProblemCode mismatch, String expected, String hint) {
    return switch (cell.kind()) {
      case ERROR ->
          new CellDecodeException(
              ProblemCode.CELL_ERROR,
              expected,
              found(cell),
              "mend the formula, or declare what the error means for this column");
      case UNCALCULATED ->
          new CellDecodeException(
              ProblemCode.UNCALCULATED,
              expected,
              found(cell),
              "open the workbook in Excel and save it, so that the formula is calculated");
      default -> new CellDecodeException(mismatch, expected, found(cell), hint);
    };
  }

  /** Returns what a cell holds, in the words of a message: {@code text "oops"}. */
  static String found(Cell cell) {
    return switch (cell.kind()) {
      case BLANK -> "a blank cell";
      case TEXT -> "text \"" + Problem.shortened(cell.text()) + "\"";
      case ERROR -> "the error " + cell.error().code();
      case UNCALCULATED -> "a formula that was saved without a value";
      default -> "the " + cell.kind().label() + " " + Problem.shortened(cell.raw());
    };
  }
}
