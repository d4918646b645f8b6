package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.Pauses;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TimeLimit;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectStore;
import java.util.List;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/**
 * Loads files of the format {@link dev.ingest.aws.redshift.RedshiftCsv} into Redshift through its
 * Data API, from where there is no route to the database. Each load is one batch, which is one
 * transaction; see the decision "The Data API loads by conditions". Thread-safe.
 */
public final class RedshiftDataLoader implements TableLoader {

  private final TransactionalLoader loader;

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
    this.loader =
        new TransactionalLoader(
            (table, limit) ->
                new DataSession(
                    new DataStatements(client, warehouse, limit, polling, "table " + table),
                    store,
                    access,
                    table));
  }

  @Override
  public LoadResult load(LoadRequest request) {
    return loader.load(request);
  }

  @Override
  public List<String> check(LoadPlan plan, RowSchema<?> schema, TimeLimit limit) {
    return loader.check(plan, schema, limit);
  }
}
