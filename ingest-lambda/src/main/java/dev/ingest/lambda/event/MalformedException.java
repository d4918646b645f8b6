package dev.ingest.lambda.event;

/** A record makes no sense; it becomes a {@link Notice.Malformed}. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message, null, false, false);
  }

  Notice.Malformed notice() {
    return new Notice.Malformed(String.valueOf(getMessage()));
  }
}
