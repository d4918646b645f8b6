package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.load.LoadDatabase;
import dev.ingest.load.Pauses;
import dev.ingest.store.ObjectStore;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/** Loads through the Data API for tests, which ask more often than one should ask a service. */
public final class DataSessions {

  private static final long MILLIS = 2;

  private static final Pauses OFTEN =
      (attempt, left) -> {
        if (left.toMillis() <= MILLIS) {
          return false;
        }
        Thread.sleep(MILLIS);
        return true;
      };

  private DataSessions() {}

  /** Returns the loader. */
  public static RedshiftDataLoader loader(
      RedshiftDataClient client, DataWarehouse warehouse, ObjectStore store, CopyAccess access) {
    return new RedshiftDataLoader(client, warehouse, store, access, OFTEN);
  }

  /** Returns its sessions, for tests that stand between them and the loader. */
  public static LoadDatabase of(
      RedshiftDataClient client, DataWarehouse warehouse, ObjectStore store, CopyAccess access) {
    return (table, limit) ->
        new DataSession(
            new DataStatements(client, warehouse, limit, OFTEN, "table " + table),
            store,
            access,
            table);
  }
}
