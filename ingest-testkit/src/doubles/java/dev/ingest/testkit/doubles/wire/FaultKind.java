package dev.ingest.testkit.doubles.wire;

/** What a {@link FaultProxy} does at the chosen statement. */
public enum FaultKind {
  /** The statement does not reach the server; both connections are closed in order. */
  CUT,

  /** The statement does not reach the server; the client's connection is reset. */
  RESET,

  /** The statement runs to its end; its outcome does not reach the client, who is cut off. */
  LOSE_ANSWER,

  /** The statement waits in the proxy until {@link Fault#release()}, then all goes on. */
  STALL,

  /** The statement runs; its outcome waits in the proxy until {@link Fault#release()}. */
  STALL_ANSWER
}
