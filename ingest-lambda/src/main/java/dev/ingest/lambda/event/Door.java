package dev.ingest.lambda.event;

/** The way that an event came, which is the way that its answer goes. */
public enum Door {
  /** S3 invokes the function itself; nobody reads the answer, an error is tried again. */
  S3,
  /** A queue's poller: it wants the ids of the messages that failed. */
  SQS,
  /** A topic invokes the function; nobody reads the answer, an error is tried again. */
  SNS,
  /**
   * A rule of EventBridge invokes the function; nobody reads the answer, an error is tried again.
   */
  EVENT_BRIDGE,
  /** A job of S3 Batch Operations: it wants a result for each task. */
  BATCH_OPERATIONS,
  /** A person, a program or a state machine: whoever calls reads the answer. */
  CALL,
  /** Nothing that is known here. */
  UNKNOWN
}
