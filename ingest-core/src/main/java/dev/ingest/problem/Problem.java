package dev.ingest.problem;

import dev.ingest.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, with its place.
 *
 * @param code what, for programs
 * @param cell where, or null where it is the file as a whole
 * @param column the schema's column, empty if it is none
 * @param header the header as the sheet has it, empty if there is none
 * @param raw what the cell stores, shortened
 * @param message what was expected and what was found
 * @param hint what to try, empty if there is nothing to say
 * @param around what stood in the cell and beside it, or null where nobody looked
 */
public record Problem(
    ProblemCode code,
    @Nullable CellAddress cell,
    String column,
    String header,
    String raw,
    String message,
    String hint,
    @Nullable Surroundings around) {

  private static final int LONGEST_RAW = 60;

  /** Shortens what the cell stores, so that no report carries whole texts. */
  public Problem {
    raw = shortened(raw);
  }

  /** Makes a problem without a look at what stands around it. */
  public Problem(
      ProblemCode code,
      @Nullable CellAddress cell,
      String column,
      String header,
      String raw,
      String message,
      String hint) {
    this(code, cell, column, header, raw, message, hint, null);
  }

  /** Makes a problem of the file as a whole. */
  public static Problem ofFile(ProblemCode code, String message, String hint) {
    return new Problem(code, null, "", "", "", message, hint);
  }

  /** Returns this problem with a look at its cell. */
  public Problem withAround(Surroundings seen) {
    return new Problem(code, cell, column, header, raw, message, hint, seen);
  }

  /** Returns how far it reaches. */
  public Severity severity() {
    return code.severity();
  }

  /** Returns where, what and what to try in a line: {@code data!C4 (value): expected …; …}. */
  public String describe() {
    StringBuilder line = new StringBuilder();
    if (cell != null) {
      line.append(cell);
      if (!column.isEmpty()) {
        line.append(" (").append(column).append(')');
      }
      line.append(": ");
    }
    line.append(message);
    return hint.isEmpty() ? line.toString() : line.append("; ").append(hint).toString();
  }

  /** Returns text fit for a message: one line, no controls, at most 60 characters. */
  public static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    int length = clean.codePointCount(0, clean.length());
    return length <= LONGEST_RAW
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_RAW)) + "…";
  }
}
