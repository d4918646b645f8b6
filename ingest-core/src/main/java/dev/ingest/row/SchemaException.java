package dev.ingest.row;

import java.util.List;
import java.util.stream.Collectors;

/** A schema that makes no sense, with all its mistakes. Whoever wrote the schema fixes it. */
public final class SchemaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<SchemaMistake> mistakes;

  /**
   * Makes a refusal for at least one mistake.
   *
   * @param schema the schema's name: the record's, or {@code schema}
   */
  SchemaException(String schema, List<SchemaMistake> mistakes) {
    super(
        mistakes.stream().map(mistake -> line(schema, mistake)).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  private static String line(String schema, SchemaMistake mistake) {
    String column = mistake.column().isEmpty() ? "" : "." + mistake.column();
    return schema + column + ": " + mistake.message();
  }

  /** Returns all mistakes, in the order of the columns. */
  public List<SchemaMistake> mistakes() {
    return mistakes;
  }
}
