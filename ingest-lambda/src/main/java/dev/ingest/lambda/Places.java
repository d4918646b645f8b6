package dev.ingest.lambda;

import dev.ingest.store.ObjectStore;
import java.time.Instant;

/** Where runs read and write. Thread-safe. */
interface Places {

  /** Returns the store of uploads, of which nothing is read after a time. */
  ObjectStore uploads(Instant end);

  /** Returns the store of the files that are loaded, to which nothing is written after a time. */
  ObjectStore outputs(Instant end);
}
