package dev.ingest.lambda;

/**
 * Ends an invocation with an error. It has the message and the stack trace of what went wrong, and
 * no cause: the runtime prints causes to the log, and a driver's message may quote a row.
 */
final class FunctionFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FunctionFailure(RuntimeException failure) {
    super(message(failure));
    setStackTrace(failure.getStackTrace());
  }

  private static String message(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
