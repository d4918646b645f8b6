package dev.ingest.aws;

import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresTableLoader;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.RedshiftCsv;
import dev.ingest.aws.redshift.RedshiftTableLoader;
import dev.ingest.aws.redshift.data.RedshiftDataLoader;
import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.load.TableLoader;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.store.ObjectStore;

/**
 * Where rows go: a loader, and the format of the files that it takes.
 *
 * @param loader loads them
 * @param format a pipeline for this destination has it: see {@link #fit}
 */
public record Destination(TableLoader loader, RowFormat format) {

  /** PostgreSQL of any kind; the files are read from the store and sent. */
  public static Destination postgres(PostgresConnections connections, ObjectStore store) {
    return new Destination(new PostgresTableLoader(connections, store), new CsvFormat());
  }

  /**
   * RDS or Aurora, which fetch the files from S3 themselves.
   *
   * @param region of the output bucket
   */
  public static Destination rds(PostgresConnections connections, String region) {
    return new Destination(PostgresTableLoader.importing(connections, region), new CsvFormat());
  }

  /** Redshift over connections. */
  public static Destination redshift(
      PostgresConnections connections, ObjectStore store, CopyAccess access) {
    return new Destination(new RedshiftTableLoader(connections, store, access), new RedshiftCsv());
  }

  /** Redshift through its Data API. */
  public static Destination redshift(RedshiftDataLoader loader) {
    return new Destination(loader, new RedshiftCsv());
  }

  /** Returns a pipeline whose files this destination takes. */
  public <R> Pipeline<R> fit(Pipeline<R> pipeline) {
    return pipeline.withFormat(format);
  }
}
