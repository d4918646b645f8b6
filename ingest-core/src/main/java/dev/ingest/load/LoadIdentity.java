package dev.ingest.load;

/**
 * What the ledger knows a load by.
 *
 * @param delivery what was known before the file was read
 * @param fingerprint the hash of the rows that are loaded: the same rows in another file have the
 *     same
 */
public record LoadIdentity(Delivery delivery, String fingerprint) {

  /** Makes one of all that a {@link Delivery} has, and the rows' hash. */
  public LoadIdentity(
      String run, String pipeline, String settings, LoadOrigin origin, String fingerprint) {
    this(new Delivery(run, pipeline, settings, origin), fingerprint);
  }

  /** Returns the run's id. */
  public String run() {
    return delivery.run();
  }

  /** Returns the pipeline's name. */
  public String pipeline() {
    return delivery.pipeline();
  }

  /** Returns the hash of all that decides what becomes of a workbook. */
  public String settings() {
    return delivery.settings();
  }

  /** Returns the upload. */
  public LoadOrigin origin() {
    return delivery.origin();
  }
}
