package dev.ingest.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file. */
final class Mistakes {

  private static final Comparator<DefinitionMistake> FROM_THE_TOP =
      Comparator.comparingInt(DefinitionMistake::line).thenComparingInt(DefinitionMistake::column);

  private final List<DefinitionMistake> all = new ArrayList<>();

  void add(String path, Place place, String message) {
    all.add(new DefinitionMistake(path, place.line(), place.column(), message));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns the refusal of a file with these mistakes. */
  DefinitionException refusal(String file) {
    all.sort(FROM_THE_TOP);
    return new DefinitionException(file, all);
  }
}
