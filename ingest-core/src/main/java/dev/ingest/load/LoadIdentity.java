package dev.ingest.load;

/**
 * What the ledger knows a load by.
 *
 * @param run the run's id, which no other run has
 * @param pipeline the pipeline's name
 * @param settings the hash of all that decides what becomes of a workbook: schema, policies, rules,
 *     filters, plan
 * @param origin the upload
 * @param fingerprint the hash of the rows that are loaded: the same rows in another file have the
 *     same
 */
public record LoadIdentity(
    String run, String pipeline, String settings, LoadOrigin origin, String fingerprint) {}
