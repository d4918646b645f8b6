package dev.ingest.problem;

/** What is wrong. The names are part of the API: they are never renamed. */
public enum ProblemCode {
  /** The cell is blank and the column is not nullable. */
  REQUIRED(Severity.ROW),
  /** The cell holds an error such as {@code #N/A}. */
  CELL_ERROR(Severity.ROW),
  /** The cell holds a formula that was saved without a value. */
  UNCALCULATED(Severity.ROW),
  /** A number was expected. */
  NOT_A_NUMBER(Severity.ROW),
  /** A number without fraction was expected. */
  NOT_AN_INTEGER(Severity.ROW),
  /** The number does not fit the column's type. */
  OUT_OF_RANGE(Severity.ROW),
  /** The number has more digits behind the point than the column takes. */
  TOO_MANY_DECIMALS(Severity.ROW),
  /** A number was expected and a date found. */
  DATE_NOT_NUMBER(Severity.ROW),
  /** A date was expected. */
  NOT_A_DATE(Severity.ROW),
  /** The serial falls on no date, or a number without date format is no likely serial. */
  BAD_SERIAL(Severity.ROW),
  /** A date was expected and a date with a time of day found. */
  TIME_IN_DATE(Severity.ROW),
  /** The date has two meanings, and nothing tells whether its day or its month is first. */
  DATE_AMBIGUOUS(Severity.ROW),
  /** A time of day was expected. */
  NOT_A_TIME(Severity.ROW),
  /** The clocks of the column's zone skip the time, or show it twice. */
  TIME_NOT_IN_ZONE(Severity.ROW),
  /** A length of time was expected. */
  NOT_A_DURATION(Severity.ROW),
  /** TRUE or FALSE was expected. */
  NOT_A_BOOLEAN(Severity.ROW),
  /** Text was expected. */
  NOT_TEXT(Severity.ROW),
  /** The text is longer than the column takes. */
  TEXT_TOO_LONG(Severity.ROW),
  /** The column's own type refused the value. */
  VALUE_REFUSED(Severity.ROW),
  /** One of a fixed set of words was expected. */
  NOT_IN_SET(Severity.ROW),
  /** The value is below the least that the column takes. */
  BELOW_MINIMUM(Severity.ROW),
  /** The value is above the most that the column takes. */
  ABOVE_MAXIMUM(Severity.ROW),
  /** The text does not have the form that the column declares. */
  PATTERN_MISMATCH(Severity.ROW),
  /** An earlier row has the same key, and no two rows may. */
  DUPLICATE_KEY(Severity.ROW),
  /** The record's own constructor refused the values. */
  ROW_REFUSED(Severity.ROW),
  /** The table refuses the value, or the row. */
  DATABASE_REFUSED(Severity.ROW),
  /** The row repeats the header, and could be taken for data. */
  HEADER_REPEATED(Severity.ROW),
  /** The row is hidden, and hidden rows are rejected. */
  HIDDEN_ROW(Severity.ROW),
  /** The cell holds an error that refuses the whole file. */
  FATAL_CELL_ERROR(Severity.FILE),
  /** A column's header was not found. */
  HEADER_MISSING(Severity.FILE),
  /** A column's header was found more than once. */
  HEADER_DUPLICATE(Severity.FILE),
  /** A header that no column asked for, where none is allowed. */
  HEADER_UNEXPECTED(Severity.FILE),
  /** The first row's value, which the others are compared with, cannot be read. */
  ANCHOR_UNREADABLE(Severity.FILE),
  /** No row was accepted; replacing with nothing would be deleting. */
  EMPTY_RESULT(Severity.FILE),
  /** More rows were rejected than the pipeline allows. */
  TOO_MANY_REJECTS(Severity.FILE),
  /** Corrected rows alone were asked for, and no earlier round has marked rows and taken others. */
  NO_EARLIER_ROUND(Severity.FILE),
  /** Corrected rows alone were asked for, and the others are not those that were taken. */
  EARLIER_ROWS_CHANGED(Severity.FILE),
  /** The workbook holds the rows with problems of an earlier round only, and all were asked for. */
  PARTIAL_WORKBOOK(Severity.FILE),
  /** The upload's key does not have the form that the pipeline declares. */
  KEY_MISMATCH(Severity.FILE),
  /** The file is not a workbook, is damaged, or passes a limit. */
  FILE_UNREADABLE(Severity.FILE);

  private final Severity severity;

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /** Returns how far it reaches. */
  public Severity severity() {
    return severity;
  }
}
