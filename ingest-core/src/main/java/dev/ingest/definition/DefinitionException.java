package dev.ingest.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A pipeline's file that makes no sense, with all its mistakes. Whoever wrote the file fixes it.
 */
public final class DefinitionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionMistake> mistakes;

  /** Makes a refusal; its message has a line for each mistake. */
  DefinitionException(String file, List<DefinitionMistake> mistakes) {
    super(mistakes.stream().map(mistake -> file + ":" + mistake).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Returns all mistakes, from the top of the file. */
  public List<DefinitionMistake> mistakes() {
    return mistakes;
  }
}
