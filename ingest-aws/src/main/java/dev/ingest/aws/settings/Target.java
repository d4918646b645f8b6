package dev.ingest.aws.settings;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.Destination;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.data.DataWarehouse;
import dev.ingest.aws.redshift.data.RedshiftDataLoader;
import dev.ingest.store.ObjectStore;

/** Where rows go, and by which way. */
public sealed interface Target {

  /**
   * Returns the loader, and the format of the files that it takes. Nothing is connected to yet.
   *
   * @param store where the files are
   */
  Destination destination(ObjectStore store);

  /** PostgreSQL of any kind; the files are sent over the connection. */
  record Postgres(Database database) implements Target {

    static final int PORT = 5432;

    @Override
    public Destination destination(ObjectStore store) {
      return Destination.postgres(database.connections(), store);
    }
  }

  /**
   * RDS or Aurora, which fetch the files from S3 themselves.
   *
   * @param region of the output bucket
   */
  record Rds(Database database, String region) implements Target {

    @Override
    public Destination destination(ObjectStore store) {
      return Destination.rds(database.connections(), region);
    }
  }

  /** Redshift over connections. */
  record Redshift(Database database, CopyAccess access) implements Target {

    static final int PORT = 5439;

    @Override
    public Destination destination(ObjectStore store) {
      return Destination.redshift(database.connections(), store, access);
    }
  }

  /** Redshift through its Data API. */
  record RedshiftData(DataWarehouse warehouse, CopyAccess access) implements Target {

    @Override
    public Destination destination(ObjectStore store) {
      return Destination.redshift(
          new RedshiftDataLoader(AwsClients.redshiftData(), warehouse, store, access));
    }
  }
}
