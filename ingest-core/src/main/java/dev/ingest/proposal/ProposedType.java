package dev.ingest.proposal;

/** The types that are proposed, in the order in which they are asked where several fit alike. */
public enum ProposedType {
  BOOLEAN("boolean", "boolean", "Boolean", ""),
  TIME("time", "LocalTime", "LocalTime", "java.time."),
  DURATION("duration", "Duration", "Duration", "java.time."),
  INTEGER("integer", "int", "Integer", ""),
  LONG("long", "long", "Long", ""),
  DECIMAL("decimal", "BigDecimal", "BigDecimal", "java.math."),
  DOUBLE("double", "double", "Double", ""),
  DATE("date", "LocalDate", "LocalDate", "java.time."),
  DATE_TIME("dateTime", "LocalDateTime", "LocalDateTime", "java.time."),
  TEXT("text", "String", "String", "");

  private final String word;
  private final String required;
  private final String nullable;
  private final String home;

  ProposedType(String word, String required, String nullable, String home) {
    this.word = word;
    this.required = required;
    this.nullable = nullable;
    this.home = home;
  }

  /** Returns the word that pipeline files have for it: {@code dateTime}. */
  public String word() {
    return word;
  }

  /** Returns its name in Java: {@code int}, or {@code Integer} where a value may be absent. */
  String java(boolean mayBeAbsent) {
    return mayBeAbsent ? nullable : required;
  }

  /** Returns the class to import, or empty text. */
  String imported() {
    return home.isEmpty() ? "" : home + nullable;
  }

  /** Returns whether two rows could be told apart by such values. */
  boolean tellsRowsApart() {
    return this != BOOLEAN && this != DECIMAL && this != DOUBLE && this != DURATION;
  }
}
