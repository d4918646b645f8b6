package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.load.Pauses;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.store.ObjectStore;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/**
 * Loads files of the format {@link dev.ingest.aws.redshift.RedshiftCsv} into Redshift through its
 * Data API, from where there is no route to the database. Each load is one batch, which is one
 * transaction; see the decision "The Data API loads by conditions". Thread-safe.
 */
public final class RedshiftDataLoader extends TransactionalLoader {

  /**
   * Makes a loader.
   *
   * @param client stays the caller's
   * @param store where the files are, in S3, and where manifests go
   * @param access how Redshift reads them
   */
  public RedshiftDataLoader(
      RedshiftDataClient client, DataWarehouse warehouse, ObjectStore store, CopyAccess access) {
    this(client, warehouse, store, access, Polling.growing());
  }

  /**
   * Makes a loader.
   *
   * @param polling what is done between two questions about a statement that runs
   */
  RedshiftDataLoader(
      RedshiftDataClient client,
      DataWarehouse warehouse,
      ObjectStore store,
      CopyAccess access,
      Pauses polling) {
    super(
        (table, limit) ->
            new DataSession(
                new DataStatements(client, warehouse, limit, polling, "table " + table),
                store,
                access,
                table));
  }
}
