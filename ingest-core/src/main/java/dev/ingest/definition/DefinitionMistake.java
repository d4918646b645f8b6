package dev.ingest.definition;

/**
 * One thing that is wrong with a pipeline's file.
 *
 * @param path what is wrong, as {@code columns[2].type}; empty where it is the file as a whole
 * @param line where, counted from 1
 * @param column where in the line, counted from 1
 * @param message what was expected, what was found, and what to try
 */
public record DefinitionMistake(String path, int line, int column, String message) {

  /** Returns {@code 4:11: columns[2].type: expected …}. */
  @Override
  public String toString() {
    return line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
