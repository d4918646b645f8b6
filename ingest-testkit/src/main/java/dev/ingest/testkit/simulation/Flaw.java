package dev.ingest.testkit.simulation;

/** What a database does as it should not: a simulation that misses it tests nothing. */
public enum Flaw {
  /** None. */
  NONE,
  /** Lines of the ledger are lost. */
  NO_LEDGER,
  /** The rows are committed before the ledger's line. */
  SPLIT_TRANSACTION,
  /** Loads do not wait for each other. */
  NO_LOCK
}
