package dev.ingest.store;

import org.jspecify.annotations.Nullable;

/** An object could not be read or written. The message says where, what and what to try. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such object, as far as the caller may see. */
    NOT_FOUND,
    /** The caller may not. */
    DENIED,
    /** The location leads out of the store, or the store cannot keep such a key. */
    BAD_LOCATION,
    /** The disk, the network or the service failed; another try may succeed. */
    UNAVAILABLE
  }

  private final Reason reason;

  /** Makes a failure. */
  public StoreException(
      Reason reason, ObjectLocation at, String message, @Nullable Throwable cause) {
    super(at + ": " + message, cause);
    this.reason = reason;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
