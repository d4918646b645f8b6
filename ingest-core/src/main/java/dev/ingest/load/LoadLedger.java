package dev.ingest.load;

import java.util.Optional;

/**
 * What was loaded before, as a session sees it: in its transaction, and so as long as the session.
 * Until the first load writes a line it is empty. Each method throws a {@link LoadException} if it
 * fails.
 */
public interface LoadLedger {

  /** Returns the line of the run with this id. */
  Optional<LedgerEntry> run(String run);

  /**
   * Returns the newest line of a version of the same object, by the same pipeline, into the same
   * table: of those with a sequencer the one with the greatest, else the last.
   */
  Optional<LedgerEntry> newest(Delivery delivery);

  /**
   * Returns the line of the same version of the same object by the same pipeline with the same
   * settings into the same table. Where only the bytes tell versions apart, it is the last line of
   * the object or none: after another version the same bytes are a new one.
   */
  Optional<LedgerEntry> sameUpload(Delivery delivery);

  /**
   * Returns the line of a load of the same rows by the same pipeline with the same settings into
   * the same table, if what it did still stands as far as the ledger tells: where the plan deletes,
   * only if no other rows were loaded after it.
   */
  Optional<LedgerEntry> sameRows(LoadIdentity identity, LoadPlan plan);
}
