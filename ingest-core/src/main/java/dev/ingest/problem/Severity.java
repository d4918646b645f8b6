package dev.ingest.problem;

/** How far a problem reaches. */
public enum Severity {
  /** The row is rejected; the others stand. */
  ROW,
  /** The whole file is refused; nothing is loaded and nothing deleted. */
  FILE
}
