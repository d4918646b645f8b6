package dev.ingest.aws.settings;

import dev.ingest.aws.Destination;
import dev.ingest.aws.LoadHistory;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.store.GzipObjectStore;
import dev.ingest.store.ObjectStore;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the rows go, by which way, and through which S3. What each name means is told in {@code
 * docs/aws.md}.
 *
 * @param target where they go
 * @param s3 for the client and the store of the files
 * @param gzip whether the files are compressed
 */
public record TargetSettings(Target target, S3Settings s3, boolean gzip) {

  private static final List<String> NAMES =
      List.of(
          "INGEST_TARGET",
          "INGEST_SECRET_ID",
          "INGEST_DB_HOST",
          "INGEST_DB_PORT",
          "INGEST_DB_NAME",
          "INGEST_DB_USER",
          "INGEST_CA_FILE",
          "INGEST_TLS",
          "INGEST_COPY_ROLE",
          "INGEST_MANIFESTS",
          "INGEST_CLUSTER",
          "INGEST_WORKGROUP",
          "INGEST_GZIP",
          "INGEST_S3_ENDPOINT",
          "INGEST_S3_REGION",
          "INGEST_S3_PATH_STYLE",
          "INGEST_S3_BUCKET_OWNER",
          "INGEST_S3_ENCRYPTION",
          "INGEST_S3_KMS_KEY",
          "INGEST_S3_KMS_BUCKET_KEY");

  /** Returns the names of all that can be said. */
  public static List<String> names() {
    return NAMES;
  }

  /** Reads settings. What it returns is good when {@link Settings#finish()} has not failed. */
  public static TargetSettings read(Settings settings) {
    return new TargetSettings(new TargetReader(settings).read(), s3(settings), gzip(settings));
  }

  /**
   * Returns what was loaded into a database that is connected to; nothing is opened yet.
   *
   * @throws IllegalArgumentException if settings are missing or wrong; the message lists them all
   */
  public static LoadHistory history(Settings settings) {
    Supplier<LoadHistory> history = new TargetReader(settings).history();
    settings.finish();
    return history.get();
  }

  /** Reads only which S3 there is, for a target that is known. */
  public static S3Settings s3(Settings settings) {
    return BucketReader.read(settings);
  }

  /** Reads only whether files are compressed. */
  public static boolean gzip(Settings settings) {
    return settings.flag("INGEST_GZIP");
  }

  /** Returns the store for the files that are loaded: one that compresses them, if that is said. */
  public ObjectStore over(ObjectStore store) {
    return gzip ? new GzipObjectStore(store) : store;
  }

  /**
   * Returns the loader, and the format of the files that it takes. Nothing is connected to yet.
   *
   * @param store as {@link #over} returns it
   */
  public Destination destination(ObjectStore store) {
    Destination destination = target.destination(store);
    return gzip ? destination.compressed() : destination;
  }
}
