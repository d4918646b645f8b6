package dev.ingest.lambda.notice;

/** Tells others how runs ended. Thread-safe. */
public interface Announcer {

  /** Returns whom it tells, for messages. */
  String name();

  /**
   * Tells it once, within a few seconds.
   *
   * @throws RuntimeException if it cannot; the run stands as it ended
   */
  void tell(Announcement announcement);
}
