package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/** A load failed and the table is as it was. The message says where, what and what to try. */
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
    COUNT_MISMATCH
  }

  private final Reason reason;

  /** Makes a failure. */
  public LoadException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
