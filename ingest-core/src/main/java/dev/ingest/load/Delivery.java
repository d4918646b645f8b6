package dev.ingest.load;

/**
 * What is known of a load before its file is read.
 *
 * @param run the run's id, which no other run has
 * @param pipeline the pipeline's name
 * @param settings the hash of all that decides what becomes of a workbook: schema, policies, rules,
 *     filters, plan
 * @param origin the upload
 */
public record Delivery(String run, String pipeline, String settings, LoadOrigin origin) {

  /** Returns this delivery with more known of its upload. */
  public Delivery withOrigin(LoadOrigin other) {
    return new Delivery(run, pipeline, settings, other);
  }
}
