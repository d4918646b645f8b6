package dev.ingest.problem;

/** What is worth knowing. The names are part of the API: they are never renamed. */
public enum NoteCode {
  /** Rows are hidden in the sheet. */
  HIDDEN_ROWS,
  /** Only a range of the sheet is read. */
  RANGE_ONLY,
  /** Rows are compared with another row than the first. */
  LATE_ANCHOR,
  /** Dates are numbers without a date format. */
  SERIAL_WITHOUT_FORMAT,
  /** Numbers have more digits than Excel keeps. */
  LONG_NUMBERS,
  /** A column of the sheet is not used. */
  UNUSED_COLUMN,
  /** The workbook was annotated in an earlier round, whose marks are passed over. */
  EARLIER_ROUND,
  /** No row was read, since the ledger knows the upload. */
  NO_ROW_READ,
  /** The table is not quite as the pipeline says. */
  TABLE,
  /** The table may refuse more rows than it was asked for. */
  MORE_REFUSED,
  /** A file about the run does not hold all. */
  CUT,
  /** A file about the run could not be written. */
  NOT_WRITTEN
}
