package dev.ingest.load;

/** Loads files into tables. Thread-safe. */
public interface TableLoader {

  /**
   * Loads a file in one transaction: when this returns all of it is committed, when it throws the
   * table is as it was.
   *
   * @throws LoadException if it fails
   */
  LoadResult load(LoadRequest request);
}
