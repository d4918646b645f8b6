package dev.ingest.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that cannot be taken, with all its problems. Whoever made the file fixes it.
 *
 * @see Severity#FILE
 */
public final class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Makes a refusal for at least one problem. */
  public RefusedFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::describe).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns all that is wrong, in the order of the sheet. */
  public List<Problem> problems() {
    return problems;
  }
}
