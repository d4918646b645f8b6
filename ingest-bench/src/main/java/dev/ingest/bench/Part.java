package dev.ingest.bench;

/** The parts of a benchmark run. */
enum Part {
  /** Whole processes, alternating. */
  WHOLE,
  /** Rules, rejects and reports beside plain records. */
  POLICY,
  /** The same work again and again in one process. */
  WARM,
  /** The smallest heap that suffices. */
  HEAP,
  /** Five rows: the start. */
  COLD,
  /** Larger and odder workbooks. */
  GROWTH,
  /** From the workbook to committed rows. */
  LOAD
}
