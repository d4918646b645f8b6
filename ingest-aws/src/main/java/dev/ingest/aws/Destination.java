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
 * @param isCompressed whether the files are, which their keys say and their store does
 */
public record Destination(TableLoader loader, RowFormat format, boolean isCompressed) {

  private static final String COMPRESSED = ".gz";

  /** Makes one whose files are not compressed. */
  public Destination(TableLoader loader, RowFormat format) {
    this(loader, format, false);
  }

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

  /**
   * Returns this for compressed files: its loader and the run have a {@link
   * dev.ingest.store.GzipObjectStore}. RDS takes none.
   */
  public Destination compressed() {
    return new Destination(loader, format, true);
  }

  /** Returns a pipeline whose files this destination takes. */
  public <R> Pipeline<R> fit(Pipeline<R> pipeline) {
    Pipeline<R> fit = pipeline.withFormat(format);
    String key = fit.outputKey().toString();
    return isCompressed && !key.endsWith(COMPRESSED) ? fit.withOutputKey(key + COMPRESSED) : fit;
  }
}
