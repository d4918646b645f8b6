package dev.ingest.bench.workbook;

/** What a column holds below its header. */
public enum ColumnKind {
  /** Text, never empty. */
  TEXT,
  /** A number, or the error {@code #N/A}, which programs write as the empty field. */
  NUMBER,
  /** A date without time of day, as a serial of the 1900 system. */
  DATE,
  /** TRUE or FALSE. */
  LOGICAL
}
