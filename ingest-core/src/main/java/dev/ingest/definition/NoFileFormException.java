package dev.ingest.definition;

import java.util.List;

/**
 * A pipeline of Java that holds what no file can say, such as code. Whoever wants a file declares
 * it otherwise, or leaves it in Java.
 */
public final class NoFileFormException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  /** Makes a refusal; its message has a line for each reason. */
  NoFileFormException(String pipeline, List<String> reasons) {
    super(pipeline + ": " + String.join("\n" + pipeline + ": ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Returns all that cannot be said, each with its place: {@code filters[1]: …}. */
  public List<String> reasons() {
    return reasons;
  }
}
