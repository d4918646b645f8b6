package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;

/**
 * A cell that does not fit a type. It knows what is wrong and not where; it carries no stack trace,
 * since it is data on its way to a {@link dev.ingest.problem.Problem}.
 */
public final class CellDecodeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final String hint;

  /**
   * Makes a refusal.
   *
   * @param message what was expected and what was found
   * @param hint what to try, empty if there is nothing to say
   */
  public CellDecodeException(ProblemCode code, String message, String hint) {
    super(message, null, false, false);
    this.code = code;
    this.hint = hint;
  }

  /** Returns what is wrong, for programs. */
  public ProblemCode code() {
    return code;
  }

  /** Returns what was expected and what was found. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Returns what to try. */
  public String hint() {
    return hint;
  }
}
