package dev.ingest.lambda;

/** The function's time does not suffice. Nothing was changed; another try may succeed. */
final class OutOfTimeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutOfTimeException(String message) {
    super(message);
  }
}
