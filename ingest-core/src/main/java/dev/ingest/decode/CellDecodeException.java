package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;

/**
 * A cell that does not fit a type. It knows what is wrong and not where; it carries no stack trace,
 * since it is data on its way to a {@link dev.ingest.problem.Problem}.
 */
public final class CellDecodeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final String expected;
  private final String found;
  private final String hint;

  /**
   * Makes a refusal.
   *
   * @param expected what would have been right: {@code a number}
   * @param found what is there instead: {@code text "oops"}
   * @param hint what to try, empty if there is nothing to say
   */
  public CellDecodeException(ProblemCode code, String expected, String found, String hint) {
    super(null, null, false, false);
    this.code = code;
    this.expected = expected;
    this.found = found;
    this.hint = hint;
  }

  /** Returns what is wrong, for programs. */
  public ProblemCode code() {
    return code;
  }

  /** Returns what would have been right. */
  public String expected() {
    return expected;
  }

  /** Returns what is there instead; of all parts, this one alone repeats what the cell holds. */
  public String found() {
    return found;
  }

  /** Returns what to try. */
  public String hint() {
    return hint;
  }

  /** Returns {@code expected a number, found text "oops"}. */
  public String message() {
    return "expected " + expected + ", found " + found;
  }

  @Override
  public String getMessage() {
    return message();
  }
}
