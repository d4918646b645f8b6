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
    /** There is an object, but no longer the one that was asked for. */
    REPLACED,
    /** There is an object already, and none was to be replaced. */
    EXISTS,
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

  /** There is no such object. */
  public static StoreException missing(ObjectLocation at, @Nullable Throwable cause) {
    String what = at.version() == null ? "an object" : "its version " + at.version();
    String advice = at.version() == null ? "check bucket and key" : "it was removed meanwhile";
    return new StoreException(
        Reason.NOT_FOUND, at, "expected " + what + ", found none; " + advice, cause);
  }

  /** The object at the location has another ETag than the location says. */
  public static StoreException replaced(ObjectLocation at, @Nullable Throwable cause) {
    return new StoreException(
        Reason.REPLACED,
        at,
        "expected the object with the ETag %s, found that it was replaced meanwhile; leave this one to the event of the newer"
            .formatted(at.entityTag()),
        cause);
  }

  /** The object could only have been written by replacing another, which was forbidden. */
  public static StoreException exists(ObjectLocation at, @Nullable Throwable cause) {
    return new StoreException(
        Reason.EXISTS,
        at,
        "expected no object yet, found one and left it as it is; write to a key of its own",
        cause);
  }

  /** The location names a version or an ETag, and there something was to be written. */
  public static StoreException pinned(ObjectLocation at) {
    return new StoreException(
        Reason.BAD_LOCATION,
        at,
        "expected a key to write to, found a version or an ETag with it; only reads have these",
        null);
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
