package dev.ingest.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load failed and the table is as it was, unless the reason is {@link Reason#OUTCOME_UNKNOWN}.
 * The message says where, what and what to try.
 */
public final class LoadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The database cannot be reached, or the connection broke; another try may succeed. */
    UNREACHABLE,
    /** The database refused the login. */
    LOGIN_REFUSED,
    /** The settings, the table or the rights are not as the load needs them. */
    MISCONFIGURED,
    /** The table refused the rows. */
    ROWS_REFUSED,
    /** Other work on the table was in the way; another try may succeed. */
    CONFLICT,
    /** Rows were lost or doubled on the way; nothing was committed. */
    COUNT_MISMATCH,
    /** A guard of the load did not hold; nothing was committed. */
    GUARDED,
    /** There is no time for a load, or it ran out; nothing was committed. */
    OUT_OF_TIME,
    /**
     * The connection broke while the load was committed, and it could not be found out whether it
     * was. Another try with the same identity finds out.
     */
    OUTCOME_UNKNOWN;

    /** Returns whether another try may succeed. */
    public boolean mayPass() {
      return this == UNREACHABLE || this == CONFLICT || this == OUTCOME_UNKNOWN;
    }
  }

  private final Reason reason;
  private final transient List<RefusedRow> refused;

  /** Makes a failure. */
  public LoadException(Reason reason, String message, @Nullable Throwable cause) {
    this(reason, message, cause, List.of());
  }

  private LoadException(
      Reason reason, String message, @Nullable Throwable cause, List<RefusedRow> refused) {
    super(message, cause);
    this.reason = reason;
    this.refused = List.copyOf(refused);
  }

  /** Returns this failure with the rows of the file that the table refuses. */
  public LoadException refusing(List<RefusedRow> rows) {
    LoadException more = new LoadException(reason, String.valueOf(getMessage()), getCause(), rows);
    for (Throwable suppressed : getSuppressed()) {
      more.addSuppressed(suppressed);
    }
    return more;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the rows of the file that the table refuses, as far as they were found, in the order of
   * the file; a row may be there more than once.
   */
  public List<RefusedRow> refused() {
    return refused;
  }
}
