package dev.ingest.lambda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends an invocation with an error. It has the message and the stack trace of what went wrong, and
 * no cause: the runtime prints causes to the log, and a driver's message may quote a row.
 */
final class FunctionFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FunctionFailure(RuntimeException failure) {
    this(message(failure), failure);
  }

  private FunctionFailure(String message, @Nullable RuntimeException failure) {
    super(message);
    setStackTrace(failure == null ? new StackTraceElement[0] : failure.getStackTrace());
  }

  /**
   * Makes the failure of an event of which some records must come again.
   *
   * @param back what came of those, in their order; at least one
   * @param records how many the event has
   */
  static FunctionFailure of(List<Outcome> back, int records) {
    Outcome first = back.get(0);
    String message = String.valueOf(first.message());
    return new FunctionFailure(
        records == 1
            ? message
            : "%s of %s records must come again; the first: %s"
                .formatted(back.size(), records, message),
        first.failure());
  }

  static String message(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
