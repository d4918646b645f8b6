package dev.ingest.bench.workbook;

/** What makes a workbook costly to a reader that takes it at its word. */
public enum Oddity {
  /** Nothing does. */
  NONE,
  /** Rows without cells, down to the last that a sheet can have. */
  EMPTY_ROWS,
  /** A used range of the whole grid, where a few rows are used. */
  HUGE_DIMENSION,
  /** A part of 5 GiB of spaces that the sheet has nothing to do with. */
  UNUSED_PART
}
